import { problem } from "../../diagnostics/index.js";
import { moduleScope } from "../scope.js";
import { matchArguments } from "./arguments.js";
import { scheduleValues } from "./fit.js";
import { typeOf } from "./type-of.js";
/** Fills the parameters of a declaration with a call's arguments, where it gives none with `presets`, else with their defaults. `also`: further names, which others read. */
export function fillParameters(cx, what, parameters, module, given, at, { presets, also = [] } = {}) {
    const formals = parameters.map((one) => ({
        name: one.name.text,
        required: one.default === null && presets?.has(one.name.text) !== true,
    }));
    const others = also.map((name) => ({ name, required: false }));
    const matched = matchArguments(cx, what, [...formals, ...others], given, at, formals.length);
    if (matched === undefined)
        return undefined;
    const filled = new Map();
    let sound = true;
    for (const parameter of parameters) {
        const inside = cx.in(scopeOf(module, filled));
        const type = parameter.type === null ? undefined : typeOf(inside, parameter.type);
        const argument = matched.get(parameter.name.text);
        const preset = argument === undefined ? presets?.get(parameter.name.text) : undefined;
        if (preset !== undefined) {
            filled.set(parameter.name.text, preset);
            continue;
        }
        const value = argument
            ? type && cx.evaluate(argument.value, type)
            : type && parameter.default && inside.evaluate(parameter.default, type);
        if (value && argument && !inBounds(cx, inside, parameter, value, argument.value.span))
            sound = false;
        if (!value)
            sound = false;
        else if (argument === undefined)
            filled.set(parameter.name.text, { value, span: null, origin: parameter.default?.span });
        else
            filled.set(parameter.name.text, {
                value,
                span: argument.value.span,
                origin: parameterOrigin(cx, argument.value),
            });
    }
    return sound ? filled : undefined;
}
/** The parameters as a check of the declaration by itself sees them: defaults, and open values for the rest. */
export function openParameters(cx, parameters, module) {
    const filled = new Map();
    for (const parameter of parameters) {
        const inside = cx.in(scopeOf(module, filled));
        const type = parameter.type === null ? undefined : typeOf(inside, parameter.type);
        if (type === undefined)
            continue;
        const value = parameter.default === null ? undefined : inside.evaluate(parameter.default, type);
        if (value)
            inBounds(inside, inside, parameter, value, parameter.default.span);
        filled.set(parameter.name.text, { value: value ?? { kind: 'open', type }, span: null });
    }
    return filled;
}
export function scopeOf(module, filled) {
    const values = [...filled].map(([name, { value }]) => [name, value]);
    const origins = [...filled].flatMap(([name, { span, origin }]) => {
        const at = origin ?? span;
        return at === null ? [] : [[name, at]];
    });
    return { ...moduleScope(module), bindings: new Map(values), origins: new Map(origins) };
}
/** Where the value was written of an expression that is a parameter's name, and nothing else. */
export function parameterOrigin(cx, expression) {
    if (expression.kind !== 'Path' || expression.names.length !== 1)
        return undefined;
    return cx.scope.origins.get(expression.text);
}
/** Looks at the bounds after `in`; reports a value outside them. */
export function inBounds(cx, inside, parameter, value, at) {
    if (parameter.bounds === null || value.kind === 'open')
        return true;
    const bounds = inside.evaluate(parameter.bounds, { kind: 'range' });
    if (bounds?.kind !== 'range')
        return bounds?.kind === 'open';
    const numbers = numbersOf(value);
    const whole = Number.isInteger(bounds.from) && Number.isInteger(bounds.to) && value.kind === 'range';
    const out = numbers.find((one) => one < bounds.from || one > bounds.to || (whole && !Number.isInteger(one)));
    if (out === undefined)
        return true;
    cx.report(problem('T0308', at, `${out} is outside the bounds of "${parameter.name.text}"`, {
        label: `must lie in ${bounds.from}..${bounds.to}${whole ? ', in whole numbers' : ''}`,
        ...(at.file === parameter.bounds.span.file
            ? { secondary: [{ span: parameter.bounds.span, text: 'the bounds are set here' }] }
            : {}),
    }));
    return false;
}
function numbersOf(value) {
    switch (value.kind) {
        case 'number':
            return [value.value];
        case 'range':
            return [value.from, value.to];
        case 'schedule':
            return scheduleValues(value.schedule);
        default:
            return [];
    }
}
