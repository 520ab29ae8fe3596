import { canonicalInteger } from "../../runtime/tasks/index.js";
/** Longer numbers in an answer are wrong without being looked at. */
const MOST_DIGITS = 40;
/** The greatest common divisor of two whole numbers; that of 0 and 0 is 0. */
export function greatestCommonDivisor(a, b) {
    return b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b);
}
/** A fraction in lowest terms as it is written: `3/4`, `-1/2`, or `5` where it is whole. */
export function writeFraction(top, bottom) {
    const divisor = greatestCommonDivisor(top, bottom) * Math.sign(bottom);
    const low = bottom / divisor;
    return low === 1 ? `${top / divisor}` : `${top / divisor}/${low}`;
}
/** Whether both texts are fractions (or whole numbers) of the same value, in lowest terms or not. */
export function sameFraction(given, expected) {
    const [a, b] = [readFraction(given), readFraction(expected)];
    return a !== undefined && b !== undefined && a.top * b.bottom === b.top * a.bottom;
}
function readFraction(text) {
    const parts = /^([+-]?\d+)(?: ?\/ ?(\d+))?$/.exec(text);
    if (parts === null || text.length > MOST_DIGITS)
        return undefined;
    const bottom = BigInt(parts[2] ?? '1');
    return bottom === 0n ? undefined : { top: BigInt((parts[1] ?? '').replace('+', '')), bottom };
}
/** `value` hundredths (or whatever `places` says) as a decimal number without needless zeros: 1250, 2 is `12.5`. */
export function writeDecimal(value, places) {
    const digits = `${Math.abs(value)}`.padStart(places + 1, '0');
    const behind = places === 0 ? '' : digits.slice(-places).replace(/0+$/, '');
    const whole = places === 0 ? digits : digits.slice(0, -places);
    return `${value < 0 ? '-' : ''}${whole}${behind === '' ? '' : `.${behind}`}`;
}
/** Whether both texts spell the same decimal number; zeros at either end are spelling. */
export function sameDecimal(given, expected) {
    const value = canonicalDecimal(given);
    return value !== undefined && value === canonicalDecimal(expected);
}
function canonicalDecimal(text) {
    const parts = /^([+-]?)0*(\d+)(?:\.(\d+))?$/.exec(text);
    if (parts === null)
        return undefined;
    let end = parts[3]?.length ?? 0;
    while (end > 0 && parts[3]?.[end - 1] === '0')
        end -= 1;
    const size = (parts[2] ?? '') + (end === 0 ? '' : `.${parts[3]?.slice(0, end)}`);
    return parts[1] === '-' && size !== '0' ? `-${size}` : size;
}
/** The whole numbers of a list written with commas or spaces, in their one spelling; undefined where one is none. */
export function readIntegers(text) {
    const numbers = text
        .replace(/^[([{]|[)\]}]$/g, '')
        .split(/ ?[,;] ?| /)
        .map(canonicalInteger);
    return numbers.every((number) => number !== undefined) ? numbers : undefined;
}
/** Whether both lists hold the same whole numbers in the same order. */
export function sameIntegers(given, expected) {
    return shareOfIntegers(given, expected) === 1;
}
/** The share of places at which both lists hold the same whole number; 0 where they are not equally long. */
export function shareOfIntegers(given, expected) {
    const [a, b] = [readIntegers(given), readIntegers(expected)];
    if (a === undefined || b === undefined || a.length !== b.length)
        return 0;
    return a.filter((number, i) => number === b[i]).length / b.length;
}
