import type { CompletionItem } from 'vscode-languageserver';
import { stageMetrics } from '../../runtime/graph/metrics.ts';
import type { Declaration } from '../ast.ts';
import { metricsOfSuite } from '../types/infer/metrics.ts';
import { typeOf } from '../types/infer/type-of.ts';
import { t, type Type } from '../types/type.ts';
import { readingCallables, scheduleCallables, triggerCallables } from './callables.ts';
import * as items from './completion-items.ts';
import { importableItems } from './completion-unimported.ts';
import { chainShapes, words } from './completion-keywords.ts';
import type { Cursor } from './cursor.ts';
import type { View } from './session.ts';

type Place = Pick<Cursor, 'item' | 'offset' | 'frames' | 'importables'>;

const kindsOf: Readonly<Record<string, readonly Declaration['kind'][]>> = {
  stage: ['StageDeclaration'],
  task: ['TaskDeclaration'],
  verifier: ['VerifierDeclaration'],
  mixture: ['MixtureDeclaration'],
  suite: ['SuiteDeclaration'],
  model: ['ModelDeclaration'],
  reward: ['RewardDeclaration'],
  trigger: ['TriggerDeclaration'],
  schedule: ['ScheduleDeclaration', 'LetDeclaration'],
  number: ['LetDeclaration'],
  count: ['LetDeclaration'],
  duration: ['LetDeclaration'],
  metric: [],
};

/** The declaration around the cursor. */
export function around(view: View, { frames, item, offset }: Place): Declaration | undefined {
  const { declarations } = view.module.syntax;
  const head = frames[0]?.head ?? item;
  const name = head[head[0]?.image === 'export' ? 2 : 1];
  return (
    declarations.find((one) => name !== undefined && one.name.span.start === name.startOffset) ??
    declarations.find((one) => one.span.start <= offset && offset <= one.span.end)
  );
}

/** Names that are declared, imported or could be imported, and parameters around the cursor, of a type. */
export function declared(view: View, place: Place, type: Type | undefined): CompletionItem[] {
  const wanted = type?.kind === 'optional' ? type.of : type;
  const kinds = wanted === undefined ? undefined : (kindsOf[wanted.kind] ?? ['LetDeclaration']);
  const own = around(view, place);
  const found: CompletionItem[] = [];
  for (const [name, { declaration, module }] of view.module.scope) {
    if (declaration === own || declaration.kind === 'PipelineDeclaration') continue;
    if (kinds === undefined || kinds.includes(declaration.kind))
      found.push(items.declarationItem(name, declaration, module));
  }
  const exported = wanted === undefined ? undefined : kindsOf[wanted.kind];
  if (exported !== undefined && exported.length > 0) {
    const fitting = place.importables().filter((one) => exported.includes(one.binding.declaration.kind));
    found.push(...importableItems(view, fitting));
  }
  if (own !== undefined && 'parameters' in own) {
    for (const parameter of own.parameters) {
      const has = parameter.type === null ? undefined : typeOf(view.cx, parameter.type);
      if (wanted === undefined || has === undefined || fits(has, wanted))
        found.push(items.parameterItem(parameter));
    }
  }
  if (wanted?.kind === 'stage') {
    const takesPipelines =
      place.item[0]?.image === 'run' && place.frames[0]?.head.some(({ image }) => image === 'test');
    for (const [name, { declaration, module }] of takesPipelines ? view.module.scope : []) {
      if (declaration.kind === 'PipelineDeclaration')
        found.push(items.declarationItem(name, declaration, module, 2));
    }
    for (const kind of ['reinforce', 'supervised']) found.push(items.wordItem(kind, t.stage));
  }
  return found;
}

function fits(has: Type, wanted: Type): boolean {
  const numeric = (type: Type) => ['number', 'count', 'schedule', 'duration'].includes(type.kind);
  return has.kind === wanted.kind || (numeric(has) && numeric(wanted));
}

/** Metrics of stages and of the suites in scope; behind `heldout.` those of that suite. */
export function metrics(view: View, place: Place): CompletionItem[] {
  const { head, written } = pathBefore(place);
  const found: CompletionItem[] = [];
  const all = new Map(
    (['reinforce', 'supervised'] as const).flatMap((kind) =>
      stageMetrics(kind).map((one) => [one.name, one]),
    ),
  );
  for (const [name, info] of all) found.push(items.metricItem(name, info));
  for (const [name, { declaration }] of view.module.scope) {
    if (declaration.kind !== 'SuiteDeclaration') continue;
    const path = {
      kind: 'Path',
      span: declaration.name.span,
      names: [{ ...declaration.name, text: name }],
      text: name,
    } as const;
    const suite = view.cx.evaluate(path, t.suite);
    if (suite?.kind !== 'suite') continue;
    const own = declaration.name.text;
    for (const info of metricsOfSuite(suite.suite)) {
      found.push(items.metricItem(`${name}${info.name.slice(own.length)}`, info));
    }
  }
  if (head === '') return found;
  // Behind a dot only the rest is written.
  return found.flatMap((one) =>
    one.label.startsWith(written)
      ? [{ ...one, label: one.label.slice(written.length), detail: `${one.label}: ${one.detail ?? ''}` }]
      : [],
  );
}

/** `heldout.chain_sum.` before the cursor. */
function pathBefore({ item }: Place): { head: string; written: string } {
  let at = item.length;
  while (at >= 2 && item[at - 1]!.image === '.' && /^[A-Za-z_]/.test(item[at - 2]!.image)) at -= 2;
  const written = item
    .slice(at)
    .map(({ image }) => image)
    .join('');
  return { head: item[at]?.image ?? '', written };
}

const compared: ReadonlySet<string> = new Set(['>', '>=', '<', '<=', '==', '!=']);

/** What a metric may be compared with: a number or a schedule with a name, another metric, a function of either. */
function bounds(view: View, place: Place): CompletionItem[] {
  return [
    ...declared(view, place, t.schedule(t.number)),
    ...metrics(view, place),
    ...[...scheduleCallables, ...readingCallables].map(items.functionItem),
  ];
}

/** What may be written where a value of a type is wanted; undefined: anything. */
export function values(view: View, place: Place, type: Type | undefined): CompletionItem[] {
  const last = place.item.at(-1)?.image;
  if (last === '.') return metrics(view, place);
  switch (type?.kind) {
    case 'enum':
      return [...type.values.map((one) => items.wordItem(one, type)), ...declared(view, place, type)];
    case 'several':
      return values(view, place, type.of);
    case 'boolean':
      return [...['true', 'false'].map((one) => items.wordItem(one, type)), ...declared(view, place, type)];
    case 'optional':
      return [items.wordItem('none', type), ...values(view, place, type.of)];
    case 'metric':
      return [...metrics(view, place), ...declared(view, place, type)];
    case 'trigger':
      if (compared.has(last ?? '')) return bounds(view, place);
      return [
        ...declared(view, place, type),
        ...metrics(view, place),
        ...[...triggerCallables, ...readingCallables].map(items.functionItem),
        ...words('not', 'every', 'and', 'or', 'for'),
      ];
    case 'schedule':
      return last === ','
        ? [...chainShapes]
        : [...declared(view, place, type), ...scheduleCallables.map(items.functionItem), ...chainShapes];
    case undefined:
      return [
        ...declared(view, place, undefined),
        ...metrics(view, place),
        ...[...scheduleCallables, ...triggerCallables].map(items.functionItem),
      ];
    default:
      return declared(view, place, type);
  }
}
