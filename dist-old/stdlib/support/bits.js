/** All strings of so many zeros and ones, counted up: 00, 01, 10, 11. */
export function bitStrings(length) {
    return Array.from({ length: 2 ** length }, (_, i) => i.toString(2).padStart(length, '0'));
}
/** Zeros and ones, however they are set apart; undefined where there is anything else, or not so many. */
export function readBits(text, length) {
    const bits = text.replace(/[ ,]/g, '');
    return bits.length === length && /^[01]+$/.test(bits) ? bits : undefined;
}
/** The bits with one other than it was. */
export function flipBit(bits, at) {
    return bits.slice(0, at) + (bits[at] === '1' ? '0' : '1') + bits.slice(at + 1);
}
