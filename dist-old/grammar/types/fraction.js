/** Parts of more bits are rounded, so that no chain of calculations grows without end. */
const mostBits = 4096;
/** The fraction that a finite number's shortest decimal writing means: 0.1 is 1/10. */
export function fractionOf(value) {
    const [digits = '0', exponent = '0'] = String(value).split('e');
    const [whole = '0', decimals = ''] = digits.split('.');
    const top = BigInt(whole + decimals);
    const power = Number(exponent) - decimals.length;
    return power >= 0 ? { top: top * 10n ** BigInt(power), bottom: 1n } : reduced(top, 10n ** BigInt(-power));
}
export function plus(a, b) {
    return reduced(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}
export function negative({ top, bottom }) {
    return { top: -top, bottom };
}
export function times(a, b) {
    return reduced(a.top * b.top, a.bottom * b.bottom);
}
/** One through a fraction that is not 0. */
export function inverse({ top, bottom }) {
    return top < 0n ? { top: -bottom, bottom: -top } : { top: bottom, bottom: top };
}
/** The nearest number; infinite where the fraction is beyond all numbers. */
export function nearestNumber({ top, bottom }) {
    if (top < 0n)
        return -nearestNumber({ top: -top, bottom });
    if (top === 0n)
        return 0;
    // 66 bits of the quotient and one for what is left are enough to round rightly.
    const shift = 66 - (bitsOf(top) - bitsOf(bottom));
    const [n, d] = shift >= 0 ? [top << BigInt(shift), bottom] : [top, bottom << BigInt(-shift)];
    const quotient = (n / d) | (n % d === 0n ? 0n : 1n);
    const half = Math.trunc(shift / 2);
    return Number(quotient) * 2 ** -half * 2 ** (half - shift);
}
function reduced(top, bottom) {
    let [a, b] = [top < 0n ? -top : top, bottom];
    while (b !== 0n)
        [a, b] = [b, a % b];
    const found = { top: top / a, bottom: bottom / a };
    if (bitsOf(found.top) <= mostBits && bitsOf(found.bottom) <= mostBits)
        return found;
    const rounded = nearestNumber(found);
    return Number.isFinite(rounded) ? fractionOf(rounded) : { top: found.top / found.bottom, bottom: 1n };
}
function bitsOf(value) {
    return value.toString(16).length * 4;
}
