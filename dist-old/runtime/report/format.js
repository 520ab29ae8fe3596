/** What a report shows where there is no value. */
export const none = '-';
/** The number itself; NaN where there is none. */
export function numeric(value) {
    return value === null || value === undefined ? NaN : Number(value);
}
function finite(value) {
    return typeof value === 'number' && Number.isFinite(value);
}
function unusual(value) {
    if (value === null || value === undefined)
        return none;
    const number = Number(value);
    return Number.isNaN(number) ? 'NaN' : number > 0 ? 'inf' : '-inf';
}
/** A number in few characters: three significant digits, no exponent between 0.001 and 100 000. */
export function number(value) {
    if (!finite(value))
        return unusual(value);
    const size = Math.abs(value);
    if (size === 0)
        return '0';
    if (size < 1e-3 || size >= 1e5)
        return exponent(value);
    if (Number.isInteger(value))
        return String(value);
    return size >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
/** `2e-4`, `1.5e-6`: as people write learning rates. */
function exponent(value) {
    return value
        .toExponential(2)
        .replace(/\.?0+e/, 'e')
        .replace('e+', 'e');
}
/** A number with a fixed count of decimals, so that a moving figure does not jump about. */
export function fixed(value, decimals) {
    return finite(value) ? value.toFixed(decimals) : unusual(value);
}
/** A fraction from 0 to 1 as a percentage. */
export function percent(value, decimals = 1) {
    return finite(value) ? `${(100 * value).toFixed(decimals)}%` : unusual(value);
}
/** The difference of two fractions in percentage points, with its sign. */
export function points(from, to) {
    if (!finite(from) || !finite(to))
        return none;
    return signed(100 * (to - from));
}
/** One decimal and a sign; what rounds to nothing has none. */
export function signed(value) {
    const text = value.toFixed(1);
    if (Number(text) === 0)
        return '0.0';
    return value > 0 ? `+${text}` : text;
}
/** A large count in few characters: `950`, `12.3k`, `4.1M`. */
export function count(value) {
    if (!finite(value))
        return unusual(value);
    for (const [size, letter] of [
        [1e9, 'G'],
        [1e6, 'M'],
        [1e3, 'k'],
    ]) {
        if (Math.abs(value) >= size * 0.9995)
            return `${Number((value / size).toPrecision(3))}${letter}`;
    }
    return String(Math.round(value));
}
/** `8s`, `2m 05s`, `1h 12m`, `3d 4h`. */
export function duration(seconds) {
    if (!finite(seconds))
        return none;
    const whole = Math.max(0, Math.round(seconds));
    if (whole < 60)
        return `${whole}s`;
    const minutes = Math.floor(whole / 60);
    if (minutes < 60)
        return `${minutes}m ${String(whole % 60).padStart(2, '0')}s`;
    const hours = Math.floor(minutes / 60);
    if (hours < 24)
        return `${hours}h ${String(minutes % 60).padStart(2, '0')}m`;
    return `${Math.floor(hours / 24)}d ${hours % 24}h`;
}
/** `1 step`, `2 steps`. */
export function plural(n, one, many = `${one}s`) {
    return `${n} ${n === 1 ? one : many}`;
}
