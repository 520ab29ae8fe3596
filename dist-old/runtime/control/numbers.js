export function jsonNumber(x) {
    if (Number.isFinite(x))
        return x;
    return Number.isNaN(x) ? 'NaN' : x > 0 ? 'Infinity' : '-Infinity';
}
/** The inverse of `jsonNumber`. Throws RangeError on any other text. */
export function fromJsonNumber(x) {
    if (typeof x === 'number')
        return x;
    if (x === 'NaN')
        return Number.NaN;
    if (x === 'Infinity')
        return Number.POSITIVE_INFINITY;
    if (x === '-Infinity')
        return Number.NEGATIVE_INFINITY;
    throw new RangeError(`'${x}' is not a number`);
}
export function toJsonNumbers(numbers) {
    return Object.fromEntries([...numbers].map(([name, x]) => [name, jsonNumber(x)]));
}
export function fromJsonNumbers(numbers) {
    return new Map(Object.entries(numbers).map(([name, x]) => [name, fromJsonNumber(x)]));
}
/** 1st, 2nd, 3rd, 11th. */
export function ordinal(n) {
    const tens = n % 100;
    const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
    return `${n}${suffix}`;
}
