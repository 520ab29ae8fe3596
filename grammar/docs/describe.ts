import type { SettingValue } from '../../runtime/graph/task-reference.ts';
import type { Declaration, Parameter, TaskDeclaration } from '../ast.ts';
import { checkModule } from '../check/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { shapeFinder } from '../model-shapes.ts';
import { dataFinder, findCode, loadModules, type LibraryRef, type Module } from '../modules/index.ts';
import { contextOf } from '../types/infer/evaluator.ts';
import { resolveModule } from '../types/infer/program.ts';
import type { TaskUse } from '../types/value.ts';
import type { Workspace } from '../workspace.ts';
import type { CodeOfTask, ExportDocs, LevelDocs, ParameterDocs } from './docs.ts';

export interface DescribedModule {
  readonly exports: readonly ExportDocs[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
  /** What implements the exported tasks, by name. */
  readonly code: ReadonlyMap<string, CodeOfTask>;
}

/** Reads what a module exports, as its documentation tells it. `library`: the package that it belongs to. */
export function describeModule(
  file: string,
  library: LibraryRef | null,
  workspace: Workspace,
): DescribedModule {
  const { entry, sources, diagnostics: found } = loadModules(file, workspace, undefined, library);
  const diagnostics = [...found];
  const code = new Map<string, CodeOfTask>();
  if (entry === null) return { exports: [], diagnostics, sources, code };
  const text = sources.get(file) ?? '';
  const cx = contextOf(entry, (one) => void diagnostics.push(one));
  const resolved = resolveModule(cx, entry);
  checkModule(resolved, {
    spans: cx.spans,
    bounds: cx.bounds,
    shapeOf: shapeFinder(entry, workspace),
    report: (one) => void diagnostics.push(one),
    dataFile: dataFinder(workspace),
    codeProblem: (path, from) => {
      const at = findCode(path, from, file, workspace);
      return 'problem' in at ? at.problem : null;
    },
  });
  for (const value of resolved.values) {
    if (value.kind !== 'task' || value.task.source.kind !== 'code') continue;
    const { path, values } = value.task.source;
    const located = findCode(path!, entry, file, workspace);
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

function exportsOf({ exports }: Module, text: string): ExportDocs[] {
  return [...exports.values()].map(({ declaration }): ExportDocs => ({
    kind: kindOf(declaration),
    name: declaration.name.text,
    doc: declaration.doc.trim(),
    parameters:
      'parameters' in declaration ? declaration.parameters.map((one) => parameterOf(one, text)) : [],
    domain: declaration.kind === 'TaskDeclaration' ? (declaration.domain?.text ?? null) : null,
    levels: declaration.kind === 'TaskDeclaration' ? levelsOf(declaration, text) : [],
    definition: declaration.kind === 'TaskDeclaration' ? null : definitionOf(declaration, text),
  }));
}

function levelsOf({ levels }: TaskDeclaration, text: string): LevelDocs[] {
  return (levels?.levels ?? []).map(({ body }) =>
    Object.fromEntries(
      body.items.flatMap((one) =>
        one.kind === 'Field' ? [[one.name.text, written(text, one.value.span)] as const] : [],
      ),
    ),
  );
}

function written(text: string, span: { start: number; end: number }): string {
  return text.slice(span.start, span.end).replace(/\s+/g, ' ');
}

/** `stage` of a StageDeclaration: the word that it begins with. */
function kindOf({ kind }: Declaration): string {
  return kind.slice(0, -'Declaration'.length).toLowerCase();
}

function parameterOf({ name, type, bounds, default: preset, doc }: Parameter, text: string): ParameterDocs {
  const source = (node: { span: { start: number; end: number } } | null): string | null =>
    node === null ? null : written(text, node.span);
  return {
    name: name.text,
    type: source(type),
    bounds: source(bounds),
    default: source(preset),
    doc: doc.trim(),
  };
}

/** The declaration as written, without its documentation. */
function definitionOf({ span }: Declaration, text: string): string {
  const lines = text.slice(span.start, span.end).split(/\r\n|\r|\n/);
  while (/^\s*(\/\/\/.*)?$/.test(lines[0] ?? '-')) lines.shift();
  return lines
    .join('\n')
    .replace(/^export\s+/, '')
    .trimEnd();
}

/** The settings that have a value by themselves. */
function settingsOf(task: TaskUse): Record<string, SettingValue> {
  const settings: Record<string, SettingValue> = {};
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
