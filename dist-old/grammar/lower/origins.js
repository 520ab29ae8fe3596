export function originOf(span, text) {
    if (span === null)
        return 'default';
    return { file: span.file, line: span.line, ...(text === undefined ? {} : { text }) };
}
/** Where a value was written: of a parameter, where the parameter got it. */
export function valueOrigin({ span, origin }) {
    return originOf(origin ?? span);
}
/** Pointer segments escaped as RFC 6901 asks. */
export function pointer(...segments) {
    return segments.map((one) => `/${String(one).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
