import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import { typeText } from "../types/type.js";
import { callableText, defaultText, describe, fieldDoc, levelText, parameterText } from "./describe.js";
/** Words before others: `rank` 0 comes first. */
function item(label, kind, detail, doc, rank) {
    return {
        label,
        kind,
        detail,
        ...(doc === '' ? {} : { documentation: { kind: 'markdown', value: doc } }),
        sortText: `${rank}${label}`,
    };
}
function snippet(one, text) {
    return { ...one, insertText: text, insertTextFormat: InsertTextFormat.Snippet };
}
const kinds = {
    TaskDeclaration: CompletionItemKind.Function,
    VerifierDeclaration: CompletionItemKind.Function,
    StageDeclaration: CompletionItemKind.Class,
    PipelineDeclaration: CompletionItemKind.Class,
    TriggerDeclaration: CompletionItemKind.Event,
    SuiteDeclaration: CompletionItemKind.Interface,
    LetDeclaration: CompletionItemKind.Constant,
};
/** A declared name; one with parameters that must be given opens its parentheses. */
export function declarationItem(name, declaration, module, rank = 1) {
    const { code, doc } = describe({ kind: 'declaration', declaration, module });
    const one = item(name, kinds[declaration.kind] ?? CompletionItemKind.Variable, code, doc, rank);
    const parameters = 'parameters' in declaration ? declaration.parameters : [];
    const needed = parameters.filter((parameter) => parameter.default === null);
    const called = declaration.kind === 'TaskDeclaration' || declaration.kind === 'VerifierDeclaration';
    return needed.length > 0 || (called && parameters.length > 0) ? snippet(one, `${name}($0)`) : one;
}
export function parameterItem(parameter, rank = 0) {
    return item(parameter.name.text, CompletionItemKind.Variable, parameterText(parameter), parameter.doc, rank);
}
/** An argument by its name. */
export function argumentItem(name, detail, doc) {
    return { ...item(name, CompletionItemKind.Property, detail, doc, 0), insertText: `${name}: ` };
}
export function fieldItem(field) {
    const fallback = defaultText(field);
    const detail = `${typeText(field.type)}${fallback === undefined ? ' (must be written)' : ` = ${fallback}`}`;
    return {
        ...item(field.name, CompletionItemKind.Field, detail, fieldDoc(field), 0),
        insertText: `${field.name}: `,
    };
}
export function blockItem(block) {
    const { doc } = describe({ kind: 'block', block });
    return snippet(item(block.name, CompletionItemKind.Struct, `${block.name} { }`, doc, 1), `${block.name} { $0 }`);
}
export function metricItem(name, info) {
    return item(name, CompletionItemKind.Event, info === undefined ? 'metric' : `metric, ${info.unit}`, info?.doc ?? '', 2);
}
export function functionItem(fn) {
    const { doc } = describe({ kind: 'function', fn });
    return snippet(item(fn.name, CompletionItemKind.Function, callableText(fn), doc, 3), `${fn.name}($0)`);
}
export function wordItem(word, type) {
    return item(word, CompletionItemKind.EnumMember, typeText(type), '', 0);
}
/** The levels of a task, each with what it sets; the numbers keep their order. */
export function levelItems({ levels }) {
    return (levels?.levels ?? []).map((level, i) => ({
        ...item(String(i + 1), CompletionItemKind.EnumMember, levelText(level), '', 0),
        sortText: `0${String(i + 1).padStart(3, '0')}`,
    }));
}
export function unitItem(unit) {
    return item(unit, CompletionItemKind.Unit, `Count<${unit}>`, '', 0);
}
export function typeItem(name) {
    const { doc } = describe({ kind: 'type', name });
    const one = item(name, CompletionItemKind.TypeParameter, 'type', doc, 1);
    return name === 'Count' || name === 'Schedule' ? snippet(one, `${name}<$0>`) : one;
}
/** A word of the language; `text` is a snippet. */
export function keywordItem(word, doc, text, rank = 4) {
    const one = item(word, CompletionItemKind.Keyword, '', doc, rank);
    return text === undefined ? one : snippet(one, text);
}
export function moduleItem(name, doc) {
    return item(name, CompletionItemKind.Module, doc, '', 1);
}
