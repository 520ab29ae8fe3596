import { heldoutIsFile } from "../types/task-sources.js";
export function lowerTask(task, locate) {
    const { source, module, name } = task;
    const settings = lowerSettings(task.settings);
    switch (source.kind) {
        case 'reasoning_gym':
            return { source: 'reasoning_gym', name, dataset: text(source, 'dataset'), settings };
        case 'dataset': {
            const verifier = source.values.get('verifier')?.value;
            if (verifier?.kind !== 'verifier')
                throw new TypeError('a verifier is open');
            return {
                source: 'dataset',
                name,
                ...locate.file(source.path, module),
                config: optionalText(source, 'config'),
                split: optionalText(source, 'split'),
                heldout: lowerHeldout(optionalText(source, 'heldout'), module, locate),
                columns: {
                    prompt: text(source, 'prompt'),
                    answer: optionalText(source, 'answer'),
                    worked: optionalText(source, 'worked'),
                },
                instruction: optionalText(source, 'instruction'),
                verifier: lowerVerifier(verifier.verifier, locate),
                settings,
            };
        }
        default:
            return judging(task, locate);
    }
}
export function lowerVerifier(verifier, locate) {
    return judging(verifier, locate);
}
function judging({ name, module, source, settings }, locate) {
    const own = lowerSettings(settings);
    switch (source.kind) {
        case 'code':
            return {
                source: 'code',
                name,
                ...locate.code(source.path, module),
                export: text(source, 'export'),
                settings: own,
            };
        case 'program':
            return {
                source: 'program',
                name,
                ...locate.folder(module),
                command: text(source, 'command'),
                arguments: source.rest.map(textOf),
                timeout: number(source, 'timeout'),
                processes: number(source, 'processes'),
                settings: own,
            };
        case 'http':
            return {
                source: 'http',
                name,
                url: text(source, 'url'),
                timeout: number(source, 'timeout'),
                settings: own,
            };
        default:
            throw new TypeError(`${source.kind}(...) judges nothing by itself`);
    }
}
function text(source, key) {
    return textOf(source.values.get(key));
}
function optionalText(source, key) {
    const sourced = source.values.get(key);
    return sourced?.value.kind === 'none' ? null : textOf(sourced);
}
/** `heldout: "test"` names a split; what has a `/` or an ending of data is a file. */
function lowerHeldout(heldout, module, locate) {
    if (heldout === null)
        return null;
    if (heldout === 'all')
        return { rows: 'all' };
    return heldoutIsFile(heldout)
        ? { rows: 'file', path: locate.file({ value: heldout }, module).path }
        : { rows: 'split', split: heldout };
}
function textOf(sourced) {
    if (sourced?.value.kind === 'string')
        return sourced.value.value;
    throw new TypeError('a text is open');
}
function number(source, key) {
    const value = source.values.get(key)?.value;
    if (value?.kind === 'number')
        return value.value;
    throw new TypeError(`"${key}" is open`);
}
export function lowerSettings(settings) {
    return Object.fromEntries([...settings].map(([key, { value }]) => [key, settingOf(value)]));
}
function settingOf(value) {
    switch (value.kind) {
        case 'number':
        case 'string':
        case 'word':
        case 'boolean':
            return value.value;
        case 'range':
            return { from: value.from, to: value.to };
        default:
            throw new TypeError(`a task cannot be set by a ${value.kind}`);
    }
}
