import type { CompletionItem } from 'vscode-languageserver';
import { domains } from '../../runtime/graph/domains.ts';
import { auditBlock } from '../types/infer/audits.ts';
import { curriculumBlock } from '../types/infer/curricula.ts';
import { guardBlock, resetBlock } from '../types/infer/clauses.ts';
import { hasLevels, levelArgument } from '../types/infer/levels.ts';
import { typeOf, typeNames } from '../types/infer/type-of.ts';
import { events } from '../types/infer/tests.ts';
import type { Block } from '../types/field.ts';
import { loraBlock, pipelineShape } from '../types/pipeline-fields.ts';
import { groupMetrics, stageShapes } from '../types/stage-fields.ts';
import { suiteShape } from '../types/suite-fields.ts';
import { t } from '../types/type.ts';
import { units } from '../types/units.ts';
import { callable, modelCallables, sourceCallables } from './callables.ts';
import * as items from './completion-items.ts';
import * as keywords from './completion-keywords.ts';
import { importedNames, importPaths } from './completion-imports.ts';
import { paths } from './completion-files.ts';
import { importables } from './completion-unimported.ts';
import { around, declared, metrics, values } from './completion-values.ts';
import { cursorAt, type Cursor } from './cursor.ts';
import { levelDoc, parameterText } from './describe.ts';
import { rangeAt } from './ranges.ts';
import type { Session, View } from './session.ts';
import { stageKindNamed } from './stage-kind.ts';

/** What may stand at an offset. The editor filters by the word that is there. */
export function completion(session: Session, view: View, offset: number): CompletionItem[] {
  const cursor = cursorAt(view, offset, () => importables(session, view));
  if (cursor.inComment) return [];
  if (cursor.string !== null) return inString(session, view, cursor);
  const frame = cursor.frames.at(-1);
  if (isNumber(cursor.item.at(-1)?.image)) {
    // A field may also be at its end, and the next one begin on the same line.
    const next = frame?.opener === '{' && cursor.item[1]?.image === ':';
    const fields = next ? inBlock(session, view, { ...cursor, item: [] }) : [];
    const known = new Set(fields.map((one) => one.label));
    return [...fields, ...afterNumber(cursor).filter((one) => !known.has(one.label))];
  }
  if (frame === undefined) return atTop(view, cursor);
  if (frame.opener === '(') {
    const names = isBundled(cursor) ? bundled(session, (name) => `"${name}"`) : [];
    return [...names, ...inParentheses(view, cursor)];
  }
  if (frame.opener === '[') return values(view, cursor, undefined);
  return inBlock(session, view, cursor);
}

function inString(session: Session, view: View, cursor: Cursor): CompletionItem[] {
  const found = isBundled(cursor)
    ? bundled(session, (name) => name)
    : (paths(session, view, cursor) ?? importPaths(session, view, cursor));
  // For an editor a path is several words: all that is written of it is replaced.
  const range = rangeAt(view.source, cursor.start, cursor.offset);
  return found.map((one) => ({ ...one, textEdit: { range, newText: one.insertText ?? one.label } }));
}

/** Within `bundled( )`, at its name. */
function isBundled({ frames, place }: Cursor): boolean {
  return frames.at(-1)?.head.at(-1)?.image === 'bundled' && place === 0;
}

function bundled(session: Session, write: (name: string) => string): CompletionItem[] {
  return session.host.bundledModels().map((name) => items.wordItem(write(name), t.model));
}

function isNumber(text: string | undefined): boolean {
  return text !== undefined && /^\d/.test(text) && !text.endsWith('%');
}

function afterNumber({ item }: Cursor): CompletionItem[] {
  if (item.some(({ image }) => image === 'edition')) return [];
  if (item[0]?.image === 'given')
    return [...keywords.words('from step', 'then'), ...units.map(items.unitItem)];
  return [...units.map(items.unitItem), ...keywords.words('for', 'from', 'until', 'and', 'or', 'at')];
}

function atTop(view: View, cursor: Cursor): CompletionItem[] {
  const images = cursor.item.map(({ image }) => image);
  const exported = images[0] === 'export';
  const [word, , third] = exported ? images.slice(1) : images;
  if (word === undefined) {
    return exported ? keywords.declarationItems.slice(1, 13) : [...keywords.declarationItems];
  }
  if (word === 'edition') return keywords.words('2026');
  if (word === 'import') return keywords.words(images.includes('}') ? 'from' : '{');
  const sign = images.lastIndexOf('=');
  if (sign < 0) return third === ':' ? types() : [];
  switch (word) {
    case 'model':
      return sign === images.length - 1 ? modelCallables.map(items.functionItem) : [];
    case 'task':
      if (sign === images.length - 1) return sourceCallables('task').map(items.functionItem);
      if (images.at(-1) === 'domain') return domains.map((one) => items.wordItem(one, t.oneOf(...domains)));
      return keywords.words(...['domain', 'levels {'].filter((one) => !images.includes(one.split(' ')[0]!)));
    case 'verifier':
      return sign === images.length - 1 ? sourceCallables('verifier').map(items.functionItem) : [];
    case 'stage':
      return sign === images.length - 1 ? declared(view, cursor, t.stage) : keywords.words('{');
    case 'schedule':
      return values(view, cursor, t.schedule(t.number));
    case 'trigger':
      return values(view, cursor, t.trigger);
    case 'let': {
      const own = around(view, cursor);
      const type =
        own?.kind === 'LetDeclaration' && own.type !== null ? typeOf(view.cx, own.type) : undefined;
      return values(view, cursor, type);
    }
    default:
      return values(view, cursor, undefined);
  }
}

function types(): CompletionItem[] {
  return typeNames.map(items.typeItem);
}

/** Parentheses behind these hold conditions; others that are no call's hold calculations. */
const conditionWords: ReadonlySet<string> = new Set([
  'when',
  'until',
  'and',
  'or',
  'not',
  'trigger',
  'where',
]);

/** In the parentheses of a declaration, of a call, of a condition, or of a calculation. */
function inParentheses(view: View, cursor: Cursor): CompletionItem[] {
  const { head } = cursor.frames.at(-1)!;
  const images = head.map(({ image }) => image);
  const start = images[0] === 'export' ? 1 : 0;
  const declares = cursor.frames.length === 1 && images.length === start + 2;
  const item = cursor.item.map(({ image }) => image);
  if (declares) {
    if (item.includes('<')) return [...units.map(items.unitItem), ...types()];
    return item.at(-1) === ':' ? types() : [];
  }
  const callee = images.at(-1) ?? '';
  if (!/^[A-Za-z_]/.test(callee) || ['when', 'until', 'for', 'and', 'or', 'not'].includes(callee)) {
    const all = cursor.frames.flatMap(({ head: before }) => before.map(({ image }) => image));
    const condition = all.some((one) => conditionWords.has(one));
    return values(view, cursor, condition ? t.trigger : t.schedule(t.number));
  }
  const name = item[1] === ':' ? item[0] : undefined;
  const binding = view.module.scope.get(callee);
  if (binding !== undefined) {
    const { declaration } = binding;
    const parameters = 'parameters' in declaration ? declaration.parameters : [];
    const at =
      name === undefined ? parameters[cursor.place] : parameters.find((one) => one.name.text === name);
    const type = at === undefined || at.type === null ? undefined : typeOf(view.cx, at.type);
    if (name === levelArgument && hasLevels(declaration)) return items.levelItems(declaration);
    if (name !== undefined) return values(view, cursor, type);
    const left = parameters.filter((one) => !cursor.named.has(one.name.text));
    return [
      ...left.map((one) =>
        items.argumentItem(one.name.text, one.default === null ? 'must be given' : 'has a default', one.doc),
      ),
      ...(hasLevels(declaration) && !cursor.named.has(levelArgument)
        ? [items.argumentItem(levelArgument, 'may be left out', levelDoc(declaration))]
        : []),
      ...(at === undefined ? [] : values(view, cursor, type)),
    ];
  }
  const fn = callable(callee);
  if (fn === undefined) return values(view, cursor, undefined);
  const at =
    name === undefined ? fn.parameters[cursor.place] : fn.parameters.find((one) => one.name === name);
  if (name !== undefined) return values(view, cursor, at?.type);
  const left = fn.parameters.filter((one) => !cursor.named.has(one.name));
  return [
    ...left.map((one) =>
      items.argumentItem(one.name, one.required ? 'must be given' : 'may be left out', one.doc),
    ),
    ...(cursor.place < fn.positional && at !== undefined ? values(view, cursor, at.type) : []),
  ];
}

function inBlock(session: Session, view: View, cursor: Cursor): CompletionItem[] {
  const outer = cursor.frames[0]!.head.map(({ image }) => image);
  if (outer[0] === 'import') return importedNames(session, view, cursor);
  const at = outer[0] === 'export' ? 1 : 0;
  const word = outer[at];
  if (cursor.frames.length === 1) {
    switch (word) {
      case 'stage': {
        const base = outer.lastIndexOf('=');
        return inStage(view, cursor, stageKindNamed(outer[base + 1] ?? '', view.module));
      }
      case 'suite':
        return inSuite(view, cursor);
      case 'mixture':
        return cursor.item.some(({ image }) => image === ':')
          ? values(view, cursor, t.schedule(t.coefficient))
          : [
              ...declared(view, cursor, t.task),
              ...(cursor.item.length === 0 ? [items.blockItem(curriculumBlock)] : []),
            ];
      case 'task':
        return [];
      case 'reward':
        return inFields(
          view,
          cursor,
          stageShapes.reinforce.blocks.find((one) => one.name === 'reward')!,
        );
      case 'pipeline':
        return inPlan(view, cursor, false);
      case 'test':
        return inPlan(view, cursor, true);
      default:
        return [];
    }
  }
  const inner = cursor.frames.at(-1)!.head.map(({ image }) => image);
  const base = outer.lastIndexOf('=');
  if (word === 'mixture') return inFields(view, cursor, curriculumBlock);
  if (word === 'task') return inLevel(view, cursor, outer[at + 1] ?? '');
  if (inner[0] === 'reset') return inFields(view, cursor, resetBlock);
  if (inner[0] === 'audit') return inFields(view, cursor, auditBlock);
  if (inner[0] === loraBlock.name) return inFields(view, cursor, loraBlock);
  if (inner[0] === 'guard')
    return [
      ...inFields(view, cursor, guardBlock),
      ...(cursor.item.length === 0 ? keywords.guardActions : []),
    ];
  if (inner[0] === 'run') return inStage(view, cursor, stageKindNamed(inner[1] ?? '', view.module));
  const inRun = cursor.frames.at(-2)!.head.map(({ image }) => image);
  const kind = stageKindNamed((inRun[0] === 'run' ? inRun[1] : outer[base + 1]) ?? '', view.module);
  const block = stageShapes[kind].blocks.find((one) => one.name === inner[0]);
  return block === undefined ? [] : inFields(view, cursor, block);
}

/** The settings of a task in one of its levels. */
function inLevel(view: View, cursor: Cursor, name: string): CompletionItem[] {
  const declaration = view.module.scope.get(name)?.declaration;
  if (declaration?.kind !== 'TaskDeclaration') return [];
  const field = fieldOf(cursor);
  const parameters = declaration.parameters.filter((one) => !cursor.named.has(one.name.text));
  if (field === undefined) {
    return cursor.item.length > 0
      ? []
      : parameters.map((one) => items.argumentItem(one.name.text, parameterText(one), one.doc));
  }
  const type = declaration.parameters.find((one) => one.name.text === field)?.type;
  return values(view, cursor, type === undefined || type === null ? undefined : typeOf(view.cx, type));
}

function fieldOf(cursor: Cursor): string | undefined {
  const colon = cursor.item.findIndex(({ image }) => image === ':');
  return colon < 1 ? undefined : cursor.item[colon - 1]!.image;
}

function inFields(view: View, cursor: Cursor, block: Block): CompletionItem[] {
  const name = fieldOf(cursor);
  if (name !== undefined) return values(view, cursor, block.fields.find((one) => one.name === name)?.type);
  if (cursor.item.length > 0) return [];
  return block.fields.filter((one) => !cursor.named.has(one.name)).map(items.fieldItem);
}

function inSuite(view: View, cursor: Cursor): CompletionItem[] {
  const name = fieldOf(cursor);
  if (name === 'report')
    return [1, 4, 8, 16, 32, 64, 128, 256].map((k) => items.wordItem(`pass@${k}`, t.metric));
  const block = { ...suiteShape, name: 'suite', optional: false };
  const own = inFields(view, cursor, block);
  if (cursor.item.length > 0 || cursor.named.has('report')) return own;
  return [...own, items.argumentItem('report', 'pass@1, pass@4, ...', 'Which pass@k are reported.')];
}

function inStage(view: View, cursor: Cursor, kind: 'reinforce' | 'supervised'): CompletionItem[] {
  const shape = stageShapes[kind];
  const images = cursor.item.map(({ image }) => image);
  switch (images[0]) {
    case undefined: {
      const clauses = kind === 'reinforce' ? keywords.stageClauses : keywords.stageClauses.slice(1);
      const fields = shape.fields.filter((one) => !cursor.named.has(one.name));
      return [...fields.map(items.fieldItem), ...shape.blocks.map(items.blockItem), ...clauses];
    }
    case 'keep':
      if (images.includes('where')) return groupMetrics.map((one) => items.metricItem(one, undefined));
      return keywords.words(images[1] === undefined ? 'groups' : 'where');
    case 'guard':
      return images.includes('when') ? values(view, cursor, t.trigger) : keywords.words('when');
    case 'reset':
      return inReset(view, cursor, images);
    default: {
      const name = fieldOf(cursor);
      const type = shape.fields.find((one) => one.name === name)?.type;
      if (name === 'reward') return declared(view, cursor, t.reward);
      const optional = shape.blocks.some((one) => one.name === name && one.optional);
      return optional || name === 'reset' || name === 'guard' || name === 'keep'
        ? keywords.words('none')
        : values(view, cursor, type);
    }
  }
}

function inReset(view: View, cursor: Cursor, images: readonly string[]): CompletionItem[] {
  if (images.includes('when')) return values(view, cursor, t.trigger);
  if (images.includes('by'))
    return [...metrics(view, cursor), ...keywords.words('when', 'at start', 'at end')];
  if (images.at(-1) === 'to') return keywords.words('current', 'best by');
  if (images.at(-1) === 'at') return keywords.words('start', 'end');
  const targets = ['reference', 'optimizer'].filter((one) => !images.includes(one));
  return keywords.words(...targets, 'to', 'when', 'at start', 'at end');
}

function inPlan(view: View, cursor: Cursor, test: boolean): CompletionItem[] {
  const images = cursor.item.map(({ image }) => image);
  const last = images.at(-1);
  switch (images[0]) {
    case undefined: {
      if (test) return [...keywords.testClauses];
      const fields = pipelineShape.fields.filter((one) => !cursor.named.has(one.name));
      return [
        ...fields.map(items.fieldItem),
        ...pipelineShape.blocks.map(items.blockItem),
        ...keywords.pipelineClauses,
      ];
    }
    case 'model':
      return declared(view, cursor, t.model);
    case 'evaluate':
      return images.length === 1 ? declared(view, cursor, t.suite) : keywords.words('every');
    case 'audit':
      return images.includes('against')
        ? metrics(view, cursor)
        : [...metrics(view, cursor), ...keywords.words('against')];
    case 'checkpoint':
      if (last === 'by') return metrics(view, cursor);
      return keywords.words('every', 'keep last', 'keep best by');
    case 'run': {
      if (images.length === 1) return declared(view, cursor, t.stage);
      if (images.includes('when')) return values(view, cursor, t.trigger);
      const ended = images.includes('until') || images.includes('for');
      if (!ended) return keywords.words('until', 'for', 'with', 'when');
      return [...values(view, cursor, t.trigger), ...keywords.words('when')];
    }
    case 'given':
      return images.includes('=') ? keywords.words('then', 'from step') : metrics(view, cursor);
    case 'expect':
      return images.length === 1
        ? events.map((one) => items.wordItem(one, { kind: 'enum', values: events }))
        : keywords.words('at', 'never');
    default:
      return [];
  }
}
