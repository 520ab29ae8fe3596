import { modelConstructors } from "../types/model-sources.js";
import { taskSources } from "../types/task-sources.js";
import { readingFunctions, scheduleFunctions, triggerFunctions, } from "../types/functions.js";
import { t } from "../types/type.js";
/** Types of the parameters that have one and the same wherever their function stands. */
const parameterTypes = {
    metric: t.metric,
    from: t.duration,
    at: t.duration,
    period: t.duration,
    between: t.range,
    gain_below: t.number,
    by: t.number,
    span: t.count('steps'),
};
function builtin(fn, gives) {
    return {
        name: fn.name,
        doc: fn.doc,
        gives,
        positional: fn.positional,
        parameters: fn.parameters.map((one) => ({
            ...one,
            ...(parameterTypes[one.name] === undefined ? {} : { type: parameterTypes[one.name] }),
        })),
    };
}
export const scheduleCallables = scheduleFunctions.map((fn) => builtin(fn, 'Schedule'));
export const triggerCallables = triggerFunctions.map((fn) => builtin(fn, 'Trigger'));
export const readingCallables = readingFunctions.map((fn) => builtin(fn, 'Number'));
export const modelCallables = modelConstructors.map((one) => ({
    name: one.name,
    doc: one.doc,
    gives: 'Model',
    positional: one.positional,
    parameters: one.parameters.map(parameterOf),
}));
const taskCallables = taskSources.map((one) => ({
    name: one.name,
    doc: one.doc,
    gives: one.verifies ? 'Task or Verifier' : 'Task',
    positional: one.positional,
    parameters: one.parameters.map(parameterOf),
}));
/** What may stand behind `task NAME =`, or behind `verifier NAME =`. */
export function sourceCallables(what) {
    const fitting = new Set(taskSources.filter((one) => what === 'task' || one.verifies).map((one) => one.name));
    return taskCallables.filter((one) => fitting.has(one.name));
}
function parameterOf(field) {
    return {
        name: field.name,
        doc: field.doc,
        type: field.type,
        required: field.default === undefined,
        ...(field.default === undefined
            ? {}
            : { fallback: field.default === null ? 'none' : String(field.default) }),
    };
}
const all = new Map([...scheduleCallables, ...triggerCallables, ...readingCallables, ...modelCallables, ...taskCallables].map((one) => [one.name, one]));
export function callable(name) {
    return all.get(name);
}
