/** `2x^2-3x+5`: highest power first, terms of 0 left out. */
export function writePolynomial(coefficients) {
    let text = '';
    for (let power = coefficients.length - 1; power >= 0; power--) {
        const value = coefficients[power] ?? 0;
        if (value === 0)
            continue;
        const size = Math.abs(value) === 1 && power > 0 ? '' : `${Math.abs(value)}`;
        text +=
            (value < 0 ? '-' : text === '' ? '' : '+') +
                size +
                (power === 0 ? '' : power === 1 ? 'x' : `x^${power}`);
    }
    return text === '' ? '0' : text;
}
/** Reads a polynomial in x with whole coefficients, its terms in any order; undefined where the text is none. */
export function readPolynomial(text) {
    const plain = text.replace(/[ *]/g, '');
    if (!/^[+-]?[\dx]/.test(plain))
        return undefined;
    const coefficients = [];
    let read = 0;
    for (const term of plain.matchAll(/([+-]?)(?:(\d{1,15})(x(?:\^(\d{1,2}))?)?|(x)(?:\^(\d{1,2}))?)/gy)) {
        if (read > 0 && term[1] === '')
            return undefined;
        const hasX = term[3] !== undefined || term[5] !== undefined;
        const power = hasX ? Number(term[4] ?? term[6] ?? 1) : 0;
        const size = Number(term[2] ?? 1);
        while (coefficients.length <= power)
            coefficients.push(0);
        coefficients[power] = (coefficients[power] ?? 0) + (term[1] === '-' ? -size : size);
        read += term[0].length;
    }
    if (read !== plain.length)
        return undefined;
    while (coefficients.length > 1 && coefficients.at(-1) === 0)
        coefficients.pop();
    return coefficients;
}
/** The share of coefficients, of the longer of both, that are the same; 0 where one is no polynomial. */
export function shareOfCoefficients(given, expected) {
    const [a, b] = [readPolynomial(given), readPolynomial(expected)];
    if (a === undefined || b === undefined)
        return 0;
    const length = Math.max(a.length, b.length);
    let same = 0;
    for (let power = 0; power < length; power++)
        if ((a[power] ?? 0) === (b[power] ?? 0))
            same += 1;
    return same / length;
}
/** Whether both texts are the same polynomial, whatever the order of their terms. */
export function samePolynomial(given, expected) {
    return shareOfCoefficients(given, expected) === 1;
}
