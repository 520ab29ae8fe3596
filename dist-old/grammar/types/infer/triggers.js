import { problem } from "../../diagnostics/index.js";
import { readingFunctions, triggerFunctions } from "../functions.js";
import { t } from "../type.js";
import { expressionText } from "../text.js";
import { unitIn } from "./arithmetic.js";
import { matchArguments } from "./arguments.js";
import { numberOf } from "./context.js";
import { stageMetric } from "./metrics.js";
const open = { kind: 'open', type: t.trigger };
function made(cx, trigger, at) {
    cx.spans.set(trigger, at.span);
    return { kind: 'trigger', trigger, text: expressionText(at) };
}
function condition(cx, expression) {
    const value = cx.evaluate(expression, t.trigger);
    return value?.kind === 'trigger' || value?.kind === 'open' ? value : undefined;
}
export function logicalTrigger(cx, expression) {
    const operands = expression.operands.map((one) => condition(cx, one));
    if (operands.includes(undefined))
        return undefined;
    if (operands.some((one) => one?.kind === 'open'))
        return open;
    const of = operands.map((one) => one.trigger);
    return made(cx, { op: expression.op, of }, expression);
}
export function notTrigger(cx, expression) {
    const operand = condition(cx, expression.operand);
    if (operand?.kind !== 'trigger')
        return operand;
    return made(cx, { op: 'not', of: operand.trigger }, expression);
}
export function sustainedTrigger(cx, expression) {
    const operand = condition(cx, expression.condition);
    const steps = positive(cx, expression.for, 'steps');
    if (operand === undefined || steps === undefined)
        return undefined;
    if (operand.kind === 'open' || steps.kind === 'open')
        return open;
    return made(cx, { op: 'sustained', of: operand.trigger, steps: steps.value }, expression);
}
export function everyTrigger(cx, expression) {
    const steps = positive(cx, expression.period, 'steps');
    if (steps?.kind !== 'number')
        return steps === undefined ? undefined : open;
    return made(cx, { op: 'every', steps: steps.value }, expression);
}
/** A count of at least 1. */
export function positive(cx, expression, unit) {
    const count = numberOf(cx, expression, t.count(unit));
    if (count?.kind !== 'number' || count.value >= 1)
        return count;
    return cx.report(problem('T0304', expression.span, `0 ${unit} is no length of time`, { label: 'must be 1 or more' }));
}
const mirrored = { '>': '<', '>=': '<=', '<': '>', '<=': '>=', '==': '==', '!=': '!=' };
export function comparison(cx, expression) {
    const { left, right, op } = expression;
    if (left.kind === 'Missing' || right.kind === 'Missing')
        return undefined;
    if (isNumber(cx, left) && isNumber(cx, right)) {
        return cx.report(problem('T0310', expression.span, 'this compares two numbers, so that it never changes', {
            reason: 'A condition must read at least one metric, such as "kl.mean > 0.15".',
        }));
    }
    if (isNumber(cx, left))
        return compare(cx, expression, right, mirrored[op], left);
    return compare(cx, expression, left, op, right);
}
/** Whether an expression can only be a number: so that the metric is the other side. */
function isNumber(cx, expression) {
    if (expression.kind === 'NumberLiteral' || expression.kind === 'Quantity')
        return true;
    if (expression.kind === 'Negative')
        return isNumber(cx, expression.operand);
    if (expression.kind === 'Arithmetic') {
        return isNumber(cx, expression.left) && isNumber(cx, expression.right);
    }
    if (expression.kind !== 'Path' || expression.names.length !== 1)
        return false;
    const name = expression.names[0].text;
    const value = cx.scope.bindings.get(name);
    if (value !== undefined) {
        const type = value.kind === 'open' ? value.type.kind : value.kind;
        return type === 'number' || type === 'count';
    }
    return cx.scope.module.scope.get(name)?.declaration.kind === 'LetDeclaration';
}
function compare(cx, whole, left, by, right) {
    const reading = readingOf(cx, left);
    const other = isNumber(cx, right) ? threshold(cx, right, reading) : readingOf(cx, right);
    if (reading === undefined || other === undefined)
        return undefined;
    if (reading === 'open' || other === 'open')
        return open;
    return made(cx, { op: 'compare', left: reading, by, right: other }, whole);
}
function threshold(cx, expression, reading) {
    const metric = reading === undefined || reading === 'open' ? undefined : reading.metric;
    const counted = metric !== undefined && (stageMetric(metric)?.unit === 'tokens' || /\.length$/.test(metric));
    const value = counted && unitIn(cx, expression) !== null
        ? numberOf(cx, expression, t.count('tokens'))
        : numberOf(cx, expression, t.number);
    if (value === undefined)
        return undefined;
    return value.kind === 'open' ? 'open' : value.value;
}
/** A metric, `ema(METRIC, span: 20 steps)` or `best(METRIC)`. */
function readingOf(cx, expression) {
    if (expression.kind === 'Call') {
        const fn = readingFunctions.find((one) => one.name === expression.callee.text);
        if (fn !== undefined)
            return callReading(cx, expression, fn);
    }
    const metric = cx.evaluate(expression, t.metric);
    if (metric?.kind === 'open')
        return 'open';
    if (metric?.kind !== 'metric')
        return undefined;
    const reading = { of: 'last', metric: metric.name };
    cx.spans.set(reading, expression.span);
    return reading;
}
function callReading(cx, call, fn) {
    const given = matchArguments(cx, fn.name, fn.parameters, call.arguments, call.span, fn.positional);
    if (given === undefined)
        return undefined;
    const metric = cx.evaluate(given.get('metric').value, t.metric);
    const span = given.has('span') ? positive(cx, given.get('span').value, 'steps') : null;
    if (metric === undefined || span === undefined)
        return undefined;
    if (metric.kind !== 'metric' || span?.kind === 'open')
        return 'open';
    const reading = span === null
        ? { of: 'best', metric: metric.name }
        : { of: 'ema', metric: metric.name, span: span.value };
    cx.spans.set(reading, given.get('metric').value.span);
    return reading;
}
export function triggerFunction(name) {
    return triggerFunctions.find((one) => one.name === name);
}
export function isReadingFunction(name) {
    return readingFunctions.some((one) => one.name === name);
}
/** `plateau(...)`, `falls(...)`, `rises(...)`, `not_finite(...)`. */
export function callTrigger(cx, call, fn) {
    const given = matchArguments(cx, fn.name, fn.parameters, call.arguments, call.span, fn.positional);
    if (given === undefined)
        return undefined;
    const metric = cx.evaluate(given.get('metric').value, t.metric);
    if (fn.name === 'not_finite') {
        if (metric?.kind !== 'metric')
            return metric === undefined ? undefined : open;
        return made(cx, { op: 'not_finite', metric: metric.name }, call);
    }
    const over = given.has('over')
        ? readings(cx, given.get('over'))
        : { count: 1, unit: unitOfReadings(metric) };
    const amount = given.get('gain_below') ?? given.get('by');
    const by = amountOf(cx, amount);
    if (metric === undefined || over === undefined || by === undefined)
        return undefined;
    if (metric.kind !== 'metric' || over === 'open' || by.kind === 'open')
        return open;
    const common = { metric: metric.name, over: over.count, unit: over.unit };
    return made(cx, fn.name === 'plateau'
        ? { op: 'plateau', ...common, gainBelow: by.value }
        : { op: fn.name, ...common, by: by.value }, call);
}
/** How much: never less than nothing, since the function's name gives the direction. */
function amountOf(cx, amount) {
    return numberOf(cx, amount.value, t.coefficient);
}
/** Stages give their metrics at each step, suites theirs at each evaluation. */
function unitOfReadings(metric) {
    return metric?.kind === 'metric' && stageMetric(metric.name) !== undefined ? 'steps' : 'evaluations';
}
function readings(cx, over) {
    const unit = unitIn(cx, over.value) === 'steps' ? 'steps' : 'evaluations';
    const count = positive(cx, over.value, unit);
    if (count === undefined)
        return undefined;
    return count.kind === 'open' ? 'open' : { count: count.value, unit };
}
/** Where the part of a trigger was written; the whole condition where that is not known. */
export function spanIn(cx, part, whole) {
    return cx.spans.get(part) ?? whole;
}
