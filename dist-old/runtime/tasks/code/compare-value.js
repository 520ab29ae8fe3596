import { isLosslessNumber, parse } from 'lossless-json';
import { within } from "./compare-output.js";
/**
 * Whether two JSON texts hold the same value. Members of objects may come in any order; whole numbers are compared to
 * the last digit, others as float64, or within the tolerance. What is no JSON, or is nested too deeply to be read,
 * equals nothing.
 */
export function sameValue(given, expected, { tolerance } = {}) {
    const wanted = parse(expected);
    try {
        return same(parse(given), wanted, tolerance);
    }
    catch (error) {
        // The given text comes from the solution. RangeError is the stack's end.
        if (error instanceof SyntaxError || error instanceof RangeError)
            return false;
        throw error;
    }
}
function same(given, expected, tolerance) {
    if (isLosslessNumber(given) && isLosslessNumber(expected))
        return sameNumber(given, expected, tolerance);
    if (Array.isArray(given) && Array.isArray(expected)) {
        return given.length === expected.length && given.every((item, i) => same(item, expected[i], tolerance));
    }
    if (isObject(given) && isObject(expected)) {
        const names = Object.keys(expected);
        return (Object.keys(given).length === names.length &&
            names.every((name) => Object.hasOwn(given, name) && same(given[name], expected[name], tolerance)));
    }
    return given === expected;
}
function sameNumber(given, expected, tolerance) {
    const a = given.toString();
    const b = expected.toString();
    if (a === b)
        return true;
    if (tolerance !== undefined)
        return within(Number(a), Number(b), tolerance);
    const whole = /^-?\d+$/;
    if (whole.test(a) && whole.test(b))
        return a.replace(/^-0$/, '0') === b.replace(/^-0$/, '0');
    return Number(a) === Number(b);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !isLosslessNumber(value);
}
