import { asIntervals, readAnswerText } from "./answer.js";
import { variablesOf } from "./evaluate.js";
import { unitRatio } from "./quantity.js";
import { sameValue } from "./same-value.js";
/** Longer sets and matrices than this are no answers to compare element by element. */
const LARGEST = 64;
/**
 * Whether an answer means the same as the reference answer: by value, not by spelling. Sets and bare lists
 * compare in any order, tuples, vectors and matrices in theirs; `x = 5` answers for `5`; a unit that only one
 * side states is taken as understood, while two units must agree in size. What cannot be read is only right
 * where it is the same text.
 */
export function sameAnswer(given, expected) {
    return agree(readAnswerText(given), readAnswerText(expected));
}
function agree(given, expected) {
    if (given.kind === 'text' || expected.kind === 'text')
        return sameWords(given, expected);
    if (given.kind === 'equation' && expected.kind === 'equation')
        return sameEquation(given, expected);
    if (given.kind === 'equation')
        return answersFor(given, expected);
    if (expected.kind === 'equation') {
        return typeof expected.left === 'string' && agree(given, valueOf(expected.right));
    }
    const [a, b] = [asIntervals(given), asIntervals(expected)];
    if (a && b && (given.kind === 'intervals' || expected.kind === 'intervals'))
        return sameIntervals(given, a, expected, b);
    if (given.kind === 'value' && expected.kind === 'value')
        return sameQuantity(given, expected);
    if (given.kind === 'matrix' && expected.kind === 'matrix') {
        return (given.rows.length === expected.rows.length &&
            given.rows.every((row, i) => inOrder(row, expected.rows[i])));
    }
    if (given.kind === 'inequality' && expected.kind === 'inequality')
        return sameInequality(given, expected);
    return sameCollection(given, expected);
}
function sameWords(given, expected) {
    const letter = (answer) => answer.kind === 'text'
        ? answer.text.replace(/^\(?(\w)\)?$/, '$1')
        : answer.kind === 'value' && typeof answer.value === 'string' && answer.value.length === 1
            ? answer.value.toLowerCase()
            : undefined;
    const [a, b] = [letter(given), letter(expected)];
    return a !== undefined && a !== '' && a === b;
}
function valueOf(value) {
    return { kind: 'value', value, unit: null, percent: false };
}
/** `x = 5` for `5`, and `2 + 3 = 5`; never `3 = 5`. */
function answersFor(given, expected) {
    const named = typeof given.left === 'string' && !variablesOf(given.right).has(given.left);
    return (named || sameValue(given.left, given.right)) && agree(valueOf(given.right), expected);
}
function sameQuantity(given, expected) {
    const [a, b] = [given.value, expected.value];
    if (given.percent !== expected.percent) {
        const [share, bare] = given.percent ? [a, b] : [b, a];
        return sameValue(share, bare) || sameValue(['Divide', share, 100], bare);
    }
    if (given.unit === null || expected.unit === null || given.unit === expected.unit)
        return sameValue(a, b);
    const ratio = unitRatio(given.unit, expected.unit);
    return ratio !== undefined && sameValue(['Multiply', a, nearlyWhole(ratio)], b);
}
/** Conversions are exact by definition for most units; a double is not. */
function nearlyWhole(ratio) {
    const inverse = 1 / ratio;
    if (Math.abs(inverse - Math.round(inverse)) < 1e-9 * inverse)
        return ['Divide', 1, Math.round(inverse)];
    return Number(ratio.toPrecision(12));
}
/** Sets in any order; a tuple against a tuple in order; a bare list also answers for a tuple in its order. */
function sameCollection(given, expected) {
    const [a, b] = [itemsOf(given), itemsOf(expected)];
    if (a === undefined || b === undefined || a.length > LARGEST || b.length > LARGEST)
        return false;
    if (given.kind === 'set' && expected.kind === 'set')
        return inAnyOrder(a, b);
    if (given.kind === 'tuple' && expected.kind === 'tuple') {
        // Of two numbers the brackets may mean a closed interval; of more they are only a way to write a vector.
        return (a.length !== 2 || given.square === expected.square) && inOrder(a, b);
    }
    if (given.kind === 'matrix' || expected.kind === 'matrix')
        return inOrder(a, b);
    if (a.length === 1 && b.length === 1)
        return agree(a[0], b[0]);
    return given.kind === 'set' && expected.kind === 'tuple' && inOrder(a, b);
}
function itemsOf(answer) {
    if (answer.kind === 'set' || answer.kind === 'tuple')
        return answer.items;
    // A column or a row stands for the vector that it is.
    if (answer.kind === 'matrix' && (answer.rows.length === 1 || answer.rows.every((row) => row.length === 1)))
        return answer.rows.flat();
    return answer.kind === 'value' ? [answer] : undefined;
}
function inOrder(given, expected) {
    return given.length === expected.length && given.every((item, i) => agree(item, expected[i]));
}
function inAnyOrder(given, expected) {
    const distinct = (items) => items.filter((item, i) => !items.slice(0, i).some((before) => agree(item, before)));
    const [a, b] = [distinct(given), distinct(expected)];
    return a.length === b.length && a.every((item) => b.some((other) => agree(item, other)));
}
function sameIntervals(given, a, expected, b) {
    const [x, y] = [given, expected].map((answer) => (answer.kind === 'intervals' ? answer.variable : null));
    if (x && y && x !== y)
        return false;
    if (a.length !== b.length)
        return false;
    const left = [...b];
    return a.every((interval) => {
        const found = left.findIndex((other) => sameInterval(interval, other));
        if (found >= 0)
            left.splice(found, 1);
        return found >= 0;
    });
}
function sameInterval(a, b) {
    return sameEnd(a.from, a.fromOpen, b.from, b.fromOpen) && sameEnd(a.to, a.toOpen, b.to, b.toOpen);
}
/** Whether an end without bound is open or closed makes no difference. */
function sameEnd(a, aOpen, b, bOpen) {
    if (a === null || b === null)
        return a === b;
    return aOpen === bOpen && sameValue(a, b);
}
/** Two equations are the same when their differences are in a constant proportion: 2x = 4y and x - 2y = 0. */
function sameEquation(given, expected) {
    return sameValue(given.left, expected.left) && sameValue(given.right, expected.right)
        ? true
        : proportional(given, expected, [1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6]);
}
function sameInequality(given, expected) {
    return given.strict === expected.strict && proportional(given, expected, [1, 2, 3, 4, 5, 6]);
}
/** Whether given = q expected for a quotient q of the given whole numbers. */
function proportional(given, expected, factors) {
    const [f, g] = [difference(given), difference(expected)];
    return factors.some((p) => [1, 2, 3, 4, 5, 6].some((q) => sameValue(['Multiply', q, f], ['Multiply', p, g])));
}
function difference({ left, right }) {
    return ['Subtract', left, right];
}
