import { problem, replace } from "../../diagnostics/index.js";
import { defaultValue } from "../settled.js";
import { taskSource } from "../task-sources.js";
import { t } from "../type.js";
import { matchArguments, sourced } from "./arguments.js";
import { mismatch } from "./fit.js";
import { readGymSettings } from "./reasoning-gym.js";
/** Reads a call of one of the task sources; its name is known to be one. */
export function readSource(cx, call) {
    const of = taskSource(call.callee.text);
    const known = new Set(of.parameters.map((one) => one.name));
    const isRest = (one, i) => of.rest !== null && one.name === null && i >= of.positional;
    const isOption = (one) => of.open && one.name !== null && !known.has(one.name.text);
    const formals = of.parameters.map((one) => ({ name: one.name, required: one.default === undefined }));
    const own = call.arguments.filter((one, i) => !isRest(one, i) && !isOption(one));
    const given = matchArguments(cx, of.name, formals, own, call.span, of.positional);
    if (given === undefined)
        return undefined;
    const path = of.parameters.some((one) => one.type.kind === 'path')
        ? pathOf(cx, given.get(of.parameters[0].name))
        : null;
    if (path === undefined)
        return undefined;
    const values = new Map();
    for (const parameter of of.parameters) {
        const value = valueOf(cx, of, parameter, given.get(parameter.name));
        if (value === undefined)
            return undefined;
        values.set(parameter.name, value);
    }
    const rest = call.arguments.filter(isRest).map((one) => sourced(cx, one, t.string));
    if (rest.includes(undefined))
        return undefined;
    const options = of.open
        ? readGymSettings(cx, values.get('dataset'), call.arguments.filter(isOption))
        : new Map();
    return options && { source: { kind: of.name, values, rest: rest, path }, options };
}
/** A path is looked up while the file is read: it cannot be put together. */
function pathOf(cx, { value }) {
    if (value.kind === 'StringLiteral')
        return value;
    return value.kind === 'Missing' ? undefined : mismatch(cx, 'something else', t.path, value.span);
}
function valueOf(cx, of, parameter, argument) {
    if (argument === undefined)
        return { value: defaultValue(parameter.default ?? null, parameter), span: null };
    const read = sourced(cx, argument, parameter.type);
    const why = read && whyNot(of, parameter, read.value);
    if (why === undefined || why === null)
        return read;
    const { code, message, reason, instead } = why;
    const fix = instead === undefined ? undefined : replace(argument.value.span, `"${instead}"`, `write "${instead}"`);
    return cx.report(problem(code, argument.value.span, message, { reason, fix }));
}
/** What is wrong with a text that names something, as far as that shows. */
function whyNot(of, parameter, value) {
    if (value.kind !== 'string')
        return null;
    if (value.value.trim() === '') {
        return { code: 'T0307', message: `this ${parameter.name} is empty`, reason: parameter.doc };
    }
    if (of.name === 'http' && parameter.name === 'url' && !isAddress(value.value)) {
        const whole = `http://${value.value}`;
        return {
            ...(/^[\w.-]+(:\d+)?(\/|$)/.test(value.value) && isAddress(whole) ? { instead: whole } : {}),
            code: 'T0311',
            message: 'no server has such an address',
            reason: 'It is written as a browser takes it: http("http://127.0.0.1:8000/verify").',
        };
    }
    return null;
}
function isAddress(text) {
    return /^https?:\/\//.test(text) && URL.canParse(text);
}
