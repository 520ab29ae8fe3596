import { domains } from "../../../runtime/graph/domains.js";
import { listed, nearestFix, problem } from "../../diagnostics/index.js";
import { taskSources } from "../task-sources.js";
import { levelsOf } from "./levels.js";
import { scopeOf } from "./parameters.js";
import { readSource } from "./sources.js";
/** Reads what stands behind a task, such as `code("./chain-sum.ts", export: "task")`. */
export function readTask(cx, declaration, module, settings, level) {
    levelsOf(cx, declaration, module);
    const domain = readDomain(cx, declaration);
    const call = sourceCall(cx, declaration.value, 'task');
    const read = call && readSource(cx, call);
    if (read === undefined)
        return undefined;
    const { source, options } = read;
    const use = { name: declaration.name.text, declaration, module, domain, source };
    if (source.kind !== 'reasoning_gym')
        return { ...use, settings, level };
    // The configuration of a data set of reasoning-gym is written where it is named, in terms of the settings.
    const at = (filled) => readSource(cx.in(scopeOf(module, filled)), call)?.options ?? options;
    return {
        ...use,
        settings: options,
        level: level && { ...level, settings: level.settings.map(at) },
    };
}
/** Reads what stands behind a verifier. */
export function readVerifier(cx, declaration, module, settings) {
    const call = sourceCall(cx, declaration.value, 'verifier');
    const read = call && readSource(cx, call);
    return read && { name: declaration.name.text, declaration, module, settings, source: read.source };
}
/** Reads `reasoning_gym("graph_color", size: 10)` where a task may stand; the others need a name of their own. */
export function readTaskInPlace(cx, call) {
    const { text } = call.callee;
    if (text !== 'reasoning_gym') {
        return cx.report(problem('T0301', call.span, `${text}(...) stands where a task must`, {
            label: 'a task has a name',
            reason: `Metrics are told by it. Declare it first: task NAME = ${text}(...), and write NAME here.`,
        }));
    }
    const read = readSource(cx, call);
    const name = read?.source.values.get('dataset')?.value;
    if (read === undefined || name?.kind !== 'string')
        return undefined;
    const { module } = cx.scope;
    return {
        name: name.value,
        declaration: null,
        module,
        settings: read.options,
        domain: null,
        level: null,
        source: read.source,
    };
}
function sourceCall(cx, value, what) {
    if (value.kind === 'Missing')
        return undefined;
    const fitting = taskSources.filter((one) => what === 'task' || one.verifies).map((one) => one.name);
    if (value.kind === 'Call' && fitting.some((one) => one === value.callee.text))
        return value;
    return cx.report(problem('T0301', value.span, `this is no ${what}`, {
        label: 'write code("./MODULE.ts", export: "NAME")',
        reason: what === 'task'
            ? `The declaration gives its settings and their types; what poses the problems and verifies the answers is ${listed(fitting)}.`
            : `What verifies the answers is ${listed(fitting)}.`,
    }));
}
function readDomain(cx, { domain }) {
    if (domain === null || domain.text === '')
        return null;
    const found = domains.find((one) => one === domain.text);
    if (found !== undefined)
        return found;
    cx.report(problem('C0603', domain.span, `no domain is called "${domain.text}"`, {
        reason: `The domains are ${listed([...domains], 'and')}.`,
        fix: nearestFix(domain.span, domain.text, domains),
    }));
    return null;
}
