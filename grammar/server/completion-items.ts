import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver';
import type { MetricInfo } from '../../runtime/graph/metrics.ts';
import type { Declaration, Parameter, TaskDeclaration } from '../ast.ts';
import type { Module } from '../modules/index.ts';
import type { Block, Field } from '../types/field.ts';
import { typeText, type Type } from '../types/type.ts';
import { callableText, defaultText, describe, fieldDoc, levelText, parameterText } from './describe.ts';
import type { Callable } from './meaning.ts';

/** Words before others: `rank` 0 comes first. */
function item(
  label: string,
  kind: CompletionItemKind,
  detail: string,
  doc: string,
  rank: number,
): CompletionItem {
  return {
    label,
    kind,
    detail,
    ...(doc === '' ? {} : { documentation: { kind: 'markdown', value: doc } }),
    sortText: `${rank}${label}`,
  };
}

function snippet(one: CompletionItem, text: string): CompletionItem {
  return { ...one, insertText: text, insertTextFormat: InsertTextFormat.Snippet };
}

const kinds: Readonly<Partial<Record<Declaration['kind'], CompletionItemKind>>> = {
  TaskDeclaration: CompletionItemKind.Function,
  VerifierDeclaration: CompletionItemKind.Function,
  StageDeclaration: CompletionItemKind.Class,
  PipelineDeclaration: CompletionItemKind.Class,
  TriggerDeclaration: CompletionItemKind.Event,
  SuiteDeclaration: CompletionItemKind.Interface,
  LetDeclaration: CompletionItemKind.Constant,
};

/** A declared name; one with parameters that must be given opens its parentheses. */
export function declarationItem(
  name: string,
  declaration: Declaration,
  module: Module,
  rank = 1,
): CompletionItem {
  const { code, doc } = describe({ kind: 'declaration', declaration, module });
  const one = item(name, kinds[declaration.kind] ?? CompletionItemKind.Variable, code, doc, rank);
  const parameters = 'parameters' in declaration ? declaration.parameters : [];
  const needed = parameters.filter((parameter) => parameter.default === null);
  const called = declaration.kind === 'TaskDeclaration' || declaration.kind === 'VerifierDeclaration';
  return needed.length > 0 || (called && parameters.length > 0) ? snippet(one, `${name}($0)`) : one;
}

export function parameterItem(parameter: Parameter, rank = 0): CompletionItem {
  return item(
    parameter.name.text,
    CompletionItemKind.Variable,
    parameterText(parameter),
    parameter.doc,
    rank,
  );
}

/** An argument by its name. */
export function argumentItem(name: string, detail: string, doc: string): CompletionItem {
  return { ...item(name, CompletionItemKind.Property, detail, doc, 0), insertText: `${name}: ` };
}

export function fieldItem(field: Field): CompletionItem {
  const fallback = defaultText(field);
  const detail = `${typeText(field.type)}${fallback === undefined ? ' (must be written)' : ` = ${fallback}`}`;
  return {
    ...item(field.name, CompletionItemKind.Field, detail, fieldDoc(field), 0),
    insertText: `${field.name}: `,
  };
}

export function blockItem(block: Block): CompletionItem {
  const { doc } = describe({ kind: 'block', block });
  return snippet(
    item(block.name, CompletionItemKind.Struct, `${block.name} { }`, doc, 1),
    `${block.name} { $0 }`,
  );
}

export function metricItem(name: string, info: MetricInfo | undefined): CompletionItem {
  return item(
    name,
    CompletionItemKind.Event,
    info === undefined ? 'metric' : `metric, ${info.unit}`,
    info?.doc ?? '',
    2,
  );
}

export function functionItem(fn: Callable): CompletionItem {
  const { doc } = describe({ kind: 'function', fn });
  return snippet(item(fn.name, CompletionItemKind.Function, callableText(fn), doc, 3), `${fn.name}($0)`);
}

export function wordItem(word: string, type: Type): CompletionItem {
  return item(word, CompletionItemKind.EnumMember, typeText(type), '', 0);
}

/** The levels of a task, each with what it sets; the numbers keep their order. */
export function levelItems({ levels }: TaskDeclaration): CompletionItem[] {
  return (levels?.levels ?? []).map((level, i) => ({
    ...item(String(i + 1), CompletionItemKind.EnumMember, levelText(level), '', 0),
    sortText: `0${String(i + 1).padStart(3, '0')}`,
  }));
}

export function unitItem(unit: string): CompletionItem {
  return item(unit, CompletionItemKind.Unit, `Count<${unit}>`, '', 0);
}

export function typeItem(name: string): CompletionItem {
  const { doc } = describe({ kind: 'type', name });
  const one = item(name, CompletionItemKind.TypeParameter, 'type', doc, 1);
  return name === 'Count' || name === 'Schedule' ? snippet(one, `${name}<$0>`) : one;
}

/** A word of the language; `text` is a snippet. */
export function keywordItem(word: string, doc: string, text?: string, rank = 4): CompletionItem {
  const one = item(word, CompletionItemKind.Keyword, '', doc, rank);
  return text === undefined ? one : snippet(one, text);
}

export function moduleItem(name: string, doc: string): CompletionItem {
  return item(name, CompletionItemKind.Module, doc, '', 1);
}

/** A file or folder on the way to one, by its path. */
export function fileItem(path: string, isFolder: boolean): CompletionItem {
  return item(path, isFolder ? CompletionItemKind.Folder : CompletionItemKind.File, '', '', isFolder ? 1 : 0);
}
