import { complex } from 'mathjs';
import { complexValue, exactValue, realValue, variablesOf } from "./evaluate.js";
import { isCall } from "./formula.js";
/** Two constants worked out to 64 digits are the same when they agree to 40. */
const CONSTANT_TOLERANCE = 1e-40;
/** Two formulas agree at a point when they differ by no more than this, relative to their size. */
const POINT_TOLERANCE = 1e-9;
/** So many decimals must agree before a decimal fraction counts as a value that it only approximates. */
const DECIMALS = 6;
/** Of the points tried, at which both formulas must have a value. Two different ones agree at so many by no accident. */
const LEAST_POINTS = 5;
/**
 * Whether two formulas have the same value: to 40 digits where they are constants, and at points spread over the
 * plane where they have variables. A decimal fraction of six decimals or more also stands for what it rounds.
 */
export function sameValue(given, expected) {
    const [a, b] = [infinity(given), infinity(expected)];
    if (a !== 0 || b !== 0)
        return a === b;
    const variables = [...new Set([...variablesOf(given), ...variablesOf(expected)])].sort();
    return variables.length === 0 ? sameConstant(given, expected) : sameFunction(given, expected, variables);
}
/** The sign of an infinity; 0 for what is none. */
function infinity(tree) {
    if (isCall(tree))
        return tree[0] === 'Negate' ? -infinity(tree[1]) : 0;
    return tree === 'PositiveInfinity' ? 1 : tree === 'NegativeInfinity' ? -1 : 0;
}
function sameConstant(given, expected) {
    const [a, b] = [realValue(given), realValue(expected)];
    if (a === undefined || b === undefined) {
        const [c, d] = [complexValue(given, NONE), complexValue(expected, NONE)];
        return c !== undefined && d !== undefined && near(c, d);
    }
    const [p, q] = [exactValue(given), exactValue(expected)];
    if (p !== undefined && q !== undefined && p.equals(q))
        return true;
    const exact = p !== undefined && q !== undefined;
    const difference = a.minus(b).abs();
    const scale = a.abs().plus(b.abs());
    if (!exact && (difference.isZero() || difference.lessThan(scale.times(CONSTANT_TOLERANCE))))
        return true;
    const places = Math.max(decimals(given), decimals(expected));
    return places >= DECIMALS && difference.lessThanOrEqualTo(`0.5000001e-${places}`);
}
const NONE = new Map();
/** How many decimals a decimal fraction is written with; 0 for any other formula. */
function decimals(tree) {
    if (isCall(tree))
        return tree[0] === 'Negate' ? decimals(tree[1]) : 0;
    const text = typeof tree === 'number' ? String(tree) : typeof tree === 'string' ? '' : tree.num;
    return /^-?\d*\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
}
/** Equality of functions by their values (Schwartz 1980; Zippel 1979), with points no formula was written for. */
function sameFunction(given, expected, variables) {
    let compared = 0;
    const realOnly = [given, expected].some(isOfReals);
    for (let point = 0; point < POINTS; point += realOnly ? 2 : 1) {
        const at = new Map(variables.map((name, i) => [name, coordinate(point, i)]));
        const [a, b] = [complexValue(given, at), complexValue(expected, at)];
        // Where only one has a value they may still be the same but for a point that one leaves out: x and x²/x.
        if (a === undefined || b === undefined)
            continue;
        if (!near(a, b))
            return false;
        compared++;
    }
    return compared >= LEAST_POINTS;
}
const POINTS = 16;
/** Absolute values and roundings are meant for real numbers. */
function isOfReals(tree) {
    return (isCall(tree) &&
        (['Abs', 'Floor', 'Ceil'].includes(tree[0]) || tree.slice(1).some((part) => isOfReals(part))));
}
/** Points of the plane, spread by the golden ratio; every other one real and of either sign, where |x| and x differ. */
function coordinate(point, variable) {
    const spread = (k) => ((k * 0.6180339887498949 + 0.137) % 1) * 4 - 2;
    const k = point * 31 + variable * 7 + 1;
    return complex(spread(k), point % 2 === 0 ? 0 : spread(k * 3 + 1));
}
function near(a, b) {
    const difference = Math.hypot(a.re - b.re, a.im - b.im);
    const scale = Math.hypot(a.re, a.im) + Math.hypot(b.re, b.im);
    if (!Number.isFinite(scale))
        return false;
    return difference <= POINT_TOLERANCE * Math.max(scale, 1e-6);
}
