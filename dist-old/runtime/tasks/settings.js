import { closest, distance } from 'fastest-levenshtein';
import { ExitCode, ProrlError } from "../errors.js";
const asRange = ([from, to]) => ({ from, to });
/** A setting that is a range of whole numbers inside `within`; a single number n stands for n..n. */
export function range(shape) {
    return { kind: 'range', within: asRange(shape.within), default: asRange(shape.default) };
}
/** A setting that is one whole number inside `within`. */
export function whole(shape) {
    return { kind: 'whole', within: asRange(shape.within), default: shape.default };
}
/** A setting from 0 to 1. */
export function fraction(shape) {
    return { kind: 'fraction', default: shape.default };
}
/** A setting that is on or off. */
export function flag(shape) {
    return { kind: 'flag', default: shape.default };
}
/** A setting that is a text, one of `oneOf` where that is given. */
export function text(shape) {
    return { kind: 'text', ...shape };
}
/**
 * Checks the settings of a task against its shape and fills in the defaults.
 * Throws ProrlError on an unknown setting, a wrong kind, or a value out of bounds.
 */
export function readSettings(task, shape, settings) {
    for (const name of Object.keys(settings)) {
        if (!Object.hasOwn(shape, name))
            throw unknownSetting(task, shape, name);
    }
    const values = {};
    for (const [name, one] of Object.entries(shape)) {
        const given = Object.hasOwn(settings, name) ? settings[name] : undefined;
        values[name] =
            given === undefined ? one.default : readOne(`${task}(${name}: ${show(given)})`, one, given);
    }
    return values;
}
function readOne(where, shape, given) {
    switch (shape.kind) {
        case 'range': {
            const { from, to } = shape.within;
            const value = typeof given === 'number' ? { from: given, to: given } : given;
            if (typeof value !== 'object' || value === null || !isWhole(value.from) || !isWhole(value.to)) {
                throw unfit(`${where} is not a range of whole numbers`, `Write one such as ${show(shape.default)}.`);
            }
            if (value.from > value.to) {
                throw unfit(`${where} runs backwards`, `Write the smaller number first: ${value.to}..${value.from}.`);
            }
            if (value.from < from || value.to > to) {
                throw unfit(`${where} leaves the bounds ${from}..${to}`, `Choose a range inside ${from}..${to}.`);
            }
            return value;
        }
        case 'whole': {
            const { from, to } = shape.within;
            if (isWhole(given) && given >= from && given <= to)
                return given;
            throw unfit(`${where} is not a whole number from ${from} to ${to}`, `The default is ${shape.default}.`);
        }
        case 'fraction':
            if (typeof given === 'number' && given >= 0 && given <= 1)
                return given;
            throw unfit(`${where} is not a fraction from 0 to 1`, `The default is ${shape.default}.`);
        case 'flag':
            if (typeof given === 'boolean')
                return given;
            throw unfit(`${where} is neither true nor false`, `The default is ${String(shape.default)}.`);
        case 'text':
            if (typeof given === 'string' && (shape.oneOf === undefined || shape.oneOf.includes(given)))
                return given;
            throw unfit(shape.oneOf === undefined ? `${where} is not a text` : `${where} is none of the texts it may be`, shape.oneOf === undefined ? 'Write it in double quotes.' : `Choose one of ${shape.oneOf.join(', ')}.`);
    }
}
function isWhole(value) {
    return Number.isSafeInteger(value);
}
function unknownSetting(task, shape, name) {
    const known = Object.keys(shape);
    const nearest = known.length === 0 ? undefined : closest(name, known);
    const near = nearest !== undefined && distance(name, nearest) <= Math.max(1, Math.floor(name.length / 3));
    return unfit(`${task} has no setting "${name}"`, near
        ? `Did you mean "${nearest}"?`
        : `It takes ${known.length === 0 ? 'no settings' : known.join(', ')}.`);
}
function unfit(message, hint) {
    return new ProrlError(message + '.', { exitCode: ExitCode.pipeline, hint });
}
function show(setting) {
    if (typeof setting === 'object' && setting !== null && 'from' in setting) {
        return `${setting.from}..${setting.to}`;
    }
    return JSON.stringify(setting);
}
