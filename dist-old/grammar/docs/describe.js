import { checkModule } from "../check/index.js";
import { contextFinder } from "../model-context.js";
import { dataFinder, findCode, loadModules } from "../modules/index.js";
import { contextOf } from "../types/infer/evaluator.js";
import { resolveModule } from "../types/infer/program.js";
/** Reads what a module exports, as its documentation tells it. `library`: the package that it belongs to. */
export function describeModule(file, library, workspace) {
    const { entry, sources, diagnostics: found } = loadModules(file, workspace, undefined, library);
    const diagnostics = [...found];
    const code = new Map();
    if (entry === null)
        return { exports: [], diagnostics, sources, code };
    const text = sources.get(file) ?? '';
    const cx = contextOf(entry, (one) => void diagnostics.push(one));
    const resolved = resolveModule(cx, entry);
    checkModule(resolved, {
        spans: cx.spans,
        longestSequence: contextFinder(entry, workspace),
        report: (one) => void diagnostics.push(one),
        dataFile: dataFinder(workspace),
        codeProblem: (path, from) => {
            const at = findCode(path, from, file, workspace);
            return 'problem' in at ? at.problem : null;
        },
    });
    for (const value of resolved.values) {
        if (value.kind !== 'task' || value.task.source.kind !== 'code')
            continue;
        const { path, values } = value.task.source;
        const located = findCode(path, entry, file, workspace);
        const name = values.get('export')?.value;
        if ('code' in located) {
            code.set(value.task.name, {
                ...located.code,
                export: name?.kind === 'string' ? name.value : 'default',
                settings: settingsOf(value.task),
            });
        }
    }
    return { exports: exportsOf(entry, text), diagnostics, sources, code };
}
function exportsOf({ exports }, text) {
    return [...exports.values()].map(({ declaration }) => ({
        kind: kindOf(declaration),
        name: declaration.name.text,
        doc: declaration.doc.trim(),
        parameters: 'parameters' in declaration ? declaration.parameters.map((one) => parameterOf(one, text)) : [],
        domain: declaration.kind === 'TaskDeclaration' ? (declaration.domain?.text ?? null) : null,
        levels: declaration.kind === 'TaskDeclaration' ? levelsOf(declaration, text) : [],
        definition: declaration.kind === 'TaskDeclaration' ? null : definitionOf(declaration, text),
    }));
}
function levelsOf({ levels }, text) {
    return (levels?.levels ?? []).map(({ body }) => Object.fromEntries(body.items.flatMap((one) => one.kind === 'Field' ? [[one.name.text, written(text, one.value.span)]] : [])));
}
function written(text, span) {
    return text.slice(span.start, span.end).replace(/\s+/g, ' ');
}
/** `stage` of a StageDeclaration: the word that it begins with. */
function kindOf({ kind }) {
    return kind.slice(0, -'Declaration'.length).toLowerCase();
}
function parameterOf({ name, type, bounds, default: preset, doc }, text) {
    const source = (node) => node === null ? null : written(text, node.span);
    return {
        name: name.text,
        type: source(type),
        bounds: source(bounds),
        default: source(preset),
        doc: doc.trim(),
    };
}
/** The declaration as written, without its documentation. */
function definitionOf({ span }, text) {
    const lines = text.slice(span.start, span.end).split(/\r\n|\r|\n/);
    while (/^\s*(\/\/\/.*)?$/.test(lines[0] ?? '-'))
        lines.shift();
    return lines
        .join('\n')
        .replace(/^export\s+/, '')
        .trimEnd();
}
/** The settings that have a value by themselves. */
function settingsOf(task) {
    const settings = {};
    for (const [name, { value }] of task.settings) {
        switch (value.kind) {
            case 'number':
            case 'string':
            case 'word':
            case 'boolean':
                settings[name] = value.value;
                break;
            case 'range':
                settings[name] = { from: value.from, to: value.to };
                break;
            default:
                break;
        }
    }
    return settings;
}
