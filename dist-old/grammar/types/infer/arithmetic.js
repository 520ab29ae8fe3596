import { constant } from "../../../runtime/graph/schedule.js";
import { problem, replace } from "../../diagnostics/index.js";
import { after } from "../../span.js";
import { fractionOf, inverse, nearestNumber, negative, plus, times } from "../fraction.js";
import { t } from "../type.js";
import { unitOf } from "../units.js";
import { fit } from "./fit.js";
import { lookUp } from "./names.js";
/** Works out a calculation, and makes the result fit its place. */
export function arithmetic(cx, expression, type, reading) {
    const result = calculate(cx, expression, { kind: 'amount', schedule: scheduledBy(type) });
    if (result === undefined)
        return undefined;
    const loose = expression.kind === 'Arithmetic' && /[+-]/.test(expression.sign.text);
    return fit(cx, result, type, expression.span, { ...reading, form: loose ? 'sum' : 'product' });
}
/** The type of the values of schedules that may stand in a calculation: without bounds, which only the result must keep. */
function scheduledBy(type) {
    if (type.kind === 'optional')
        return scheduledBy(type.of);
    if (type.kind === 'amount')
        return type.schedule;
    if (type.kind !== 'schedule')
        return null;
    if (type.of.kind === 'number')
        return t.number;
    return { ...t.count(type.of.unit), bounds: { least: -Infinity, most: Infinity, open: false, words: '' } };
}
function calculate(cx, expression, type) {
    // Along the left side in a loop: a long sum is deep there.
    const steps = [];
    let first = expression;
    while (first.kind === 'Arithmetic') {
        steps.push(first);
        first = first.left;
    }
    let total = first.kind === 'Negative'
        ? negated(cx, first, operandOf(cx, first.operand, type))
        : operandOf(cx, first, type);
    for (const step of steps.toReversed()) {
        const right = operandOf(cx, step.right, type);
        total = total && right && combine(cx, step, total, right);
    }
    return total;
}
function operandOf(cx, expression, type) {
    const value = cx.evaluate(expression, type);
    return value?.kind === 'number' || value?.kind === 'schedule' || value?.kind === 'open' ? value : undefined;
}
function negated(cx, at, value) {
    if (value?.kind === 'number')
        return numberWith(negative(exactly(value)), value.unit);
    if (value?.kind === 'schedule')
        return scaled(cx, value, fractionOf(-1), value.unit, at.span);
    return value;
}
function combine(cx, step, left, right) {
    const unit = unitOfResult(cx, step, left, right);
    if (unit === undefined)
        return undefined;
    const { text: sign } = step.sign;
    if (isSchedule(left) || isSchedule(right)) {
        if (sign === '+' || sign === '-' || isSchedule(right) === isSchedule(left) || isOver(sign, right)) {
            return cx.report(problem('T0313', step.span, 'a schedule can only be multiplied and divided by a number', {
                label: `not ${sign === '/' && isSchedule(right) ? 'divided by a schedule' : `by "${sign}"`}`,
                reason: 'Its shape would be another: write the pieces of the schedule that is meant.',
            }));
        }
    }
    if (sign === '/' && right.kind === 'number' && right.value === 0) {
        return cx.report(problem('T0312', step.span, 'this divides by 0', {
            label: 'has no result',
            secondary: [{ span: step.right.span, text: 'comes to 0' }],
        }));
    }
    if (left.kind === 'open' || right.kind === 'open') {
        const of = unit === null ? t.number : unit === 'unknown' ? t.duration : t.count(unit);
        const scheduled = (isSchedule(left) || isSchedule(right)) && of.kind !== 'duration';
        return { kind: 'open', type: scheduled ? t.schedule(of) : of };
    }
    const known = unit === 'unknown' ? null : unit;
    if (left.kind === 'schedule' || right.kind === 'schedule') {
        const schedule = (left.kind === 'schedule' ? left : right);
        const factor = exactly((left.kind === 'schedule' ? right : left));
        return scaled(cx, schedule, sign === '/' ? inverse(factor) : factor, known, step.span);
    }
    const [a, b] = [exactly(left), exactly(right)];
    const exact = {
        '+': () => plus(a, b),
        '-': () => plus(a, negative(b)),
        '*': () => times(a, b),
        '/': () => times(a, inverse(b)),
    }[sign]();
    const result = numberWith(exact, known);
    return Number.isFinite(result.value) ? result : tooLarge(cx, step.span);
}
function isSchedule(value) {
    return value.kind === 'schedule' || (value.kind === 'open' && value.type.kind === 'schedule');
}
function isOver(sign, right) {
    return sign === '/' && isSchedule(right);
}
function exactly(value) {
    return value.exact ?? fractionOf(value.value);
}
function numberWith(exact, unit) {
    return { kind: 'number', value: nearestNumber(exact), unit, exact };
}
function tooLarge(cx, span) {
    return cx.report(problem('T0312', span, 'the result of this calculation is too large', {
        label: 'beyond all numbers',
        reason: 'Numbers are 64-bit floating point: the largest is about 1.8e308.',
    }));
}
/** Every value of a schedule times a factor. */
function scaled(cx, { schedule }, factor, unit, span) {
    const scale = (value) => nearestNumber(times(fractionOf(value), factor));
    const ramp = (one) => ({ ...one, start: scale(one.start), end: scale(one.end) });
    const pieces = schedule.pieces.map((one) => one.shape === 'cycle' ? { ...one, pieces: one.pieces.map(ramp) } : ramp(one));
    const ramps = pieces.flatMap((one) => (one.shape === 'cycle' ? one.pieces : [one]));
    if (!ramps.every((one) => Number.isFinite(one.start) && Number.isFinite(one.end)))
        return tooLarge(cx, span);
    // An exponential piece has no zeros.
    const result = factor.top === 0n ? constant(0) : { over: schedule.over, pieces };
    if (factor.top !== 0n && ramps.some((one) => one.shape === 'exponential' && one.start * one.end === 0)) {
        return cx.report(problem('T0312', span, 'this makes an exponential piece of the schedule vanish', {
            label: 'comes to 0',
        }));
    }
    cx.spans.set(result, span);
    return { kind: 'schedule', schedule: result, unit };
}
function countedIn(value) {
    if (value.kind !== 'open')
        return value.unit;
    const type = value.type.kind === 'schedule' ? value.type.of : value.type;
    if (type.kind === 'duration')
        return 'unknown';
    return type.kind === 'count' ? type.unit : null;
}
/** What the result counts; undefined where the two do not go together, which was reported. */
function unitOfResult(cx, step, left, right) {
    const [a, b] = [countedIn(left), countedIn(right)];
    switch (step.sign.text) {
        case '*':
            if (a === null || b === null)
                return a ?? b;
            return reportUnits(cx, step, a, b, 'Steps times steps count nothing: one of the two is a plain number.');
        case '/':
            if (b === null)
                return a;
            if (a === b && a !== 'unknown')
                return null;
            if (a !== null && (a === 'unknown' || b === 'unknown'))
                return null;
            return reportUnits(cx, step, a, b, 'A count is divided by a number, or by a count of the same unit.');
        default:
            if (a === b)
                return a;
            if (a === 'unknown' && b !== null)
                return b;
            if (b === 'unknown' && a !== null)
                return a;
            return reportUnits(cx, step, a, b, a === null || b === null
                ? 'A count and a number without a unit cannot be added: of what would the sum be?'
                : 'Units are never converted: how many tokens a step will take is not known before the run.');
    }
}
const words = { '+': 'added', '-': 'subtracted', '*': 'multiplied', '/': 'divided' };
function reportUnits(cx, step, a, b, reason) {
    const bare = a === null ? step.left : b === null ? step.right : undefined;
    const unit = (a ?? b);
    const sums = step.sign.text === '+' || step.sign.text === '-';
    const mends = sums && bare?.kind === 'NumberLiteral' && !bare.percent && unit !== 'unknown';
    const word = unit !== 'unknown' && bare?.kind === 'NumberLiteral' && bare.value === 1 ? unit.slice(0, -1) : unit;
    return cx.report(problem('T0313', step.span, `${inWords(a)} and ${inWords(b)} cannot be ${words[step.sign.text]}`, {
        label: `by this "${step.sign.text}"`,
        secondary: [
            { span: step.left.span, text: inWords(a) },
            { span: step.right.span, text: inWords(b) },
        ],
        reason,
        fix: mends ? replace(after(bare.span), ` ${word}`, `write the unit "${word}"`) : undefined,
    }));
}
function inWords(unit) {
    if (unit === null)
        return 'a plain number';
    return unit === 'unknown' ? 'a duration' : unit;
}
/** The unit that an expression's value has, as far as its text tells; null: none, or not known. */
export function unitIn(cx, expression) {
    switch (expression.kind) {
        case 'Quantity':
            return unitOf(expression.unit.text) ?? null;
        case 'Negative':
            return unitIn(cx, expression.operand);
        case 'Arithmetic': {
            const [left, right] = [unitIn(cx, expression.left), unitIn(cx, expression.right)];
            return expression.sign.text === '/' ? (right === null ? left : null) : (left ?? right);
        }
        case 'Path': {
            const found = expression.names.length === 1 ? lookUp(cx, expression.text) : undefined;
            if (found?.kind === 'parameter') {
                const { value } = found;
                return value.kind === 'number' || value.kind === 'open' ? countedIn(value) : null;
            }
            if (found?.kind !== 'declaration' || found.declaration.kind !== 'LetDeclaration')
                return null;
            const value = cx.trail.includes(found.declaration)
                ? undefined
                : cx.declared(found.declaration, found.module, expression, t.amount);
            return value?.kind === 'number' ? value.unit : null;
        }
        default:
            return null;
    }
}
