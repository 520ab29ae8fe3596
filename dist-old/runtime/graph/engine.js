export const native = { as: 'native' };
export function emulated(how) {
    return { as: 'emulated', how };
}
export function lacking(why, instead) {
    return { as: 'lacking', why, instead };
}
