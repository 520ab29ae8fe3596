import type { Graph, Mixture, MixtureEntry } from '../graph/graph.ts';
import type { ModelSource } from '../graph/model-source.ts';
import type { Node, TransitionNode } from '../graph/nodes.ts';
import type { SettingValue } from '../graph/task-reference.ts';
import { levelSettings } from '../graph/levels.ts';
import { spelledSuiteSetting } from '../graph/spelling.ts';
import type { Schedule } from '../graph/schedule.ts';
import { movingBounds, type Trigger } from '../graph/trigger.ts';
import { bounds, type Bounds } from './bounds.ts';
import { earliestStep } from './earliest.ts';
import { count, none, number, plural } from './format.ts';
import {
  loraValues,
  nodeValues,
  type Origin,
  originOf,
  type ResolvedLeaf,
  type ResolvedValue,
  valuesOf,
} from './resolved-values.ts';
import { drawSchedule, isConstant, type ScheduleDrawing, type Span } from './schedule-drawing.ts';
import { pad, type Style, truncate, width } from './style.ts';
import { triggerWords } from './trigger-words.ts';
import { wrap } from './wrap.ts';

export interface PlanInput {
  graph: Graph;
  hash: string;
  origins: Readonly<Record<string, Origin>>;
  /** How a file is shown: mostly relative to the working folder. */
  showFile: (file: string) => string;
  valueAt: (schedule: Schedule, x: number) => number;
}

interface Row {
  name: string;
  value: string;
  origin: Origin | null;
  /** Lines below the row. */
  below: string[];
}

/** What a pipeline will do, as text: stages in order, every resolved value with its origin, curves, triggers, tokens at most. */
export function planLines(input: PlanInput, columns: number, s: Style): string[] {
  const { graph, hash } = input;
  const limits = bounds(graph);
  const head = `${s.bold(graph.pipeline)}  ${s.dim(`edition ${graph.edition} · graph ${hash.slice(0, 12)}`)}`;
  const top: Row[] = [
    { name: 'model', value: modelText(graph.model), origin: originOf('/model', input.origins), below: [] },
    ...loraRows(input, columns, s),
    { name: 'seed', value: String(graph.seed), origin: originOf('/seed', input.origins), below: [] },
  ];
  const sections = [
    [head, ...rows(top, input, columns, s)],
    ...graph.stages.map((_, index) => stageLines(index, limits, input, columns, s)),
    ...Object.entries(graph.mixtures).map(([name, mixture]) =>
      mixtureLines(name, mixture, limits, input, columns, s),
    ),
    ...Object.keys(graph.suites).map((name) => suiteLines(name, input, columns, s)),
    ownLines('audits', 'audit', input, columns, s),
    ownLines('checkpoints', 'checkpoint', input, columns, s),
    totalLines(limits, s),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));
}

function stageLines(index: number, limits: Bounds, input: PlanInput, columns: number, s: Style): string[] {
  const { graph } = input;
  const stage = graph.stages[index];
  const limit = limits.stages[index];
  if (!stage || !limit) return [];
  const nodes = graph.nodes.filter((node) => node.stage === stage.id);
  const transition = nodes.find((node): node is TransitionNode => node.kind === 'transition');
  const until = transition ? triggerWords(transition.config.until) : '?';
  const from = limit.from ?? 0;
  const span = { from, to: limit.steps === null ? limits.steps : from + limit.steps };
  const values = byBlock(
    nodes.filter(({ kind }) => !control.has(kind)).flatMap((node) => nodeRows(node, span, input, columns, s)),
  );
  const triggers = nodes
    .filter(({ kind }) => kind === 'reset' || kind === 'guard')
    .flatMap((node) => actionRows(node, span, input, columns, s));
  const tokens = stage.kind === 'supervised' ? '' : s.dim(`  at most ${count(limit.tokens)} rollout tokens`);
  return [
    `${s.cyan(`${index + 1}`)}  ${s.bold(stage.id)}  ${s.dim(stage.kind)}  until ${until}${tokens}`,
    ...(transition
      ? boundLines(transition.config.until, span, input, columns, s).map((line) => `   ${line}`)
      : []),
    ...(stage.when === null ? [] : turnLines(stage.when, index, input, columns, s)),
    ...rows([...values, ...triggers], input, columns, s),
  ];
}

function loraRows(input: PlanInput, columns: number, s: Style): Row[] {
  return loraValues(input.graph, input.origins).map((value) =>
    row(value.name, value, whole, input, columns, s),
  );
}

/** On what a stage is run at all. */
function turnLines(when: Trigger, index: number, input: PlanInput, columns: number, s: Style): string[] {
  const read = index === 0 ? 'before the first step' : 'as its turn comes';
  return [
    ...wrap(`only when ${triggerWords(when)}`, columns - 3).map((line) => `   ${line}`),
    ...boundLines(when, whole, input, columns, s).map((line) => `   ${line}`),
    `   ${s.dim(`read once, ${read}; else the stage is left out`)}`,
  ];
}

/** The fields of a block together, blocks in the order in which a step comes to them. */
function byBlock(rows: readonly Row[]): Row[] {
  const blockOf = ({ name }: Row): string => name.split('.')[0]!;
  const blocks = new Set(rows.map(blockOf));
  return [...blocks].flatMap((block) => rows.filter((each) => blockOf(each) === block));
}

/** For values that no stage owns. */
const whole: Span = { from: 0, to: null };

const control: ReadonlySet<Node['kind']> = new Set(['reset', 'guard', 'transition']);

function nodeRows(node: Node, span: Span, input: PlanInput, columns: number, s: Style): Row[] {
  return nodeValues(input.graph, node, input.origins).map((value) =>
    row(value.name, value, span, input, columns, s),
  );
}

function row(
  name: string,
  { value, origin }: ResolvedValue,
  span: Span,
  input: PlanInput,
  columns: number,
  s: Style,
): Row {
  if (value.kind === 'schedule' && !isConstant(value.schedule)) {
    const drawing = drawn(value.schedule, span, input, columns);
    return {
      name,
      value: drawing.summary,
      origin,
      below: [...drawing.rows.map((line) => s.cyan(line)), s.dim(drawing.marks)],
    };
  }
  return { name, value: leafText(value), origin, below: [] };
}

function drawn(schedule: Schedule, span: Span, input: PlanInput, columns: number): ScheduleDrawing {
  return drawSchedule(schedule, (x) => input.valueAt(schedule, x), span, Math.min(48, columns - 8), 2);
}

/** How what a condition holds its metrics against moves, below its words. */
function boundLines(trigger: Trigger, span: Span, input: PlanInput, columns: number, s: Style): string[] {
  return movingBounds(trigger)
    .filter(({ schedule }) => !isConstant(schedule))
    .flatMap(({ metric, schedule }) => {
      const { rows: lines, marks } = drawn(schedule, span, input, columns);
      return [...lines.map((line) => s.cyan(line)), s.dim(`the bound of ${metric}: ${marks}`)];
    });
}

function leafText(leaf: ResolvedLeaf): string {
  switch (leaf.kind) {
    case 'schedule': {
      const [piece] = leaf.schedule.pieces;
      return number(piece?.shape === 'cycle' ? piece.pieces[0]?.start : piece?.start);
    }
    case 'trigger':
      return triggerWords(leaf.trigger);
    case 'list':
      return leaf.value
        .map((item) =>
          typeof item === 'object' && item !== null ? Object.values(item).join(' ') : String(item),
        )
        .join(', ');
    case 'plain':
      return leaf.value === null
        ? 'none'
        : typeof leaf.value === 'number'
          ? number(leaf.value)
          : String(leaf.value);
  }
}

function actionRows(node: Node, span: Span, input: PlanInput, columns: number, s: Style): Row[] {
  const origin = originOf(`/nodes/${input.graph.nodes.indexOf(node)}/config/when`, input.origins);
  if (node.kind !== 'reset' && node.kind !== 'guard') return [];
  const stage = input.graph.stages.findIndex(({ id }) => id === node.stage);
  const earliest = (when: Trigger): string =>
    `from step ${earliestStep(when, input.graph, stage)} of the stage on, `;
  if (node.kind === 'reset') {
    const { reference, optimizer, to, when, cooldown, atMost } = node.config;
    const what = [...(reference ? ['reference'] : []), ...(optimizer ? ['optimizer'] : [])].join(' and ');
    const source = to.source === 'best' ? ` to the best by ${to.metric}` : '';
    const limit = [
      `cooldown ${plural(cooldown, 'step')}`,
      ...(atMost === null ? [] : [`at most ${atMost}`]),
    ].join(', ');
    return [
      {
        name: s.magenta('reset'),
        value: `${what}${source}`,
        origin,
        below:
          typeof when === 'string'
            ? [momentWords(when, stage === 0)]
            : [
                ...wrap(`when ${triggerWords(when)}`, columns - 5),
                ...boundLines(when, span, input, columns, s),
                s.dim(`${earliest(when)}${limit}`),
              ],
      },
    ];
  }
  const { when, rollback, scaleRate, atMost } = node.config;
  const does = [
    ...(rollback ? ['roll back'] : []),
    ...(scaleRate === 1 ? [] : [`rate × ${number(scaleRate)}`]),
  ].join(', ');
  return [
    {
      name: s.red('guard'),
      value: does || 'stop',
      origin,
      below: [
        ...wrap(`when ${triggerWords(when)}`, columns - 5),
        ...boundLines(when, span, input, columns, s),
        s.dim(`${earliest(when)}at most ${atMost}, then the run stops`),
      ],
    },
  ];
}

function momentWords(when: 'start' | 'end', first: boolean): string {
  if (when === 'end') return 'as the stage ends';
  return first ? 'as the stage begins: nothing to renew in the first' : 'as the stage begins';
}

function mixtureLines(
  name: string,
  mixture: Mixture,
  limits: Bounds,
  input: PlanInput,
  columns: number,
  s: Style,
): string[] {
  const entries = mixture.entries.map((entry, i): Row => {
    const settings = settingWords(entry);
    const pointer = `/mixtures/${name}/entries/${i}`;
    const weight: ResolvedValue = {
      name: 'weight',
      pointer,
      value: { kind: 'schedule', schedule: entry.weight },
      origin: originOf(`${pointer}/weight`, input.origins),
    };
    const drawn = row(entry.name, weight, { from: 0, to: limits.steps }, input, columns, s);
    const from = entry.from > 1 ? ` from step ${entry.from}` : '';
    const until = entry.until === null ? '' : ` until step ${entry.until}`;
    return { ...drawn, value: `weight ${drawn.value}${from}${until}  ${s.dim(settings.join(', '))}` };
  });
  return [
    `${s.dim('mixture')} ${s.bold(name)}`,
    ...rows([...entries, ...curriculumRow(name, mixture, input)], input, columns, s),
  ];
}

function curriculumRow(name: string, { curriculum }: Mixture, { origins }: PlanInput): Row[] {
  if (curriculum === null) return [];
  const { keep, window, floor } = curriculum;
  const share = (value: number): string => `${number(value * 100)}%`;
  const value =
    `keep ${share(keep.from)}..${share(keep.to)} right over ${plural(window, 'prompt')}; ` +
    `above it a level up, below it one down${floor < 1 ? `; out of it at the end: ${share(floor)} of the weight` : ''}`;
  return [
    { name: 'curriculum', value, origin: originOf(`/mixtures/${name}/curriculum`, origins), below: [] },
  ];
}

/** `terms 2..4`; of several levels the settings of the first and of the last. */
function settingWords(entry: MixtureEntry): string[] {
  const { levels } = entry;
  const all = levelSettings(entry);
  const words = (value: SettingValue | undefined): string =>
    typeof value === 'object' ? `${value.from}..${value.to}` : String(value);
  const settings = Object.entries(all[0]!).map(([key, value]) => {
    const [first, last] = [words(value), words(all.at(-1)![key])];
    return `${key} ${first === last ? first : `${first} to ${last}`}`;
  });
  if (levels === null) return settings;
  const last = levels.from + levels.settings.length - 1;
  return [last === levels.from ? `level ${last}` : `levels ${levels.from} to ${last}`, ...settings];
}

function suiteLines(name: string, input: PlanInput, columns: number, s: Style): string[] {
  const suite = input.graph.suites[name];
  if (!suite) return [];
  const every = input.graph.nodes.find((node) => node.kind === 'evaluate' && node.config.suite === name);
  const when =
    every?.kind === 'evaluate'
      ? `  every ${plural(every.config.every, 'step')}, before the first and after the last`
      : '';
  const values = valuesOf(suite, `/suites/${name}`, input.origins, spelledSuiteSetting).map((value) =>
    value.name === 'report'
      ? {
          name: value.name,
          value: suite.passAt.map((k) => `pass@${k}`).join(', '),
          origin: value.origin,
          below: [],
        }
      : row(value.name, value, whole, input, columns, s),
  );
  return [`${s.dim('suite')} ${s.bold(name)}${s.dim(when)}`, ...rows(values, input, columns, s)];
}

/** The pipeline's own nodes of a kind. */
function ownLines(
  title: string,
  wanted: Node['kind'],
  input: PlanInput,
  columns: number,
  s: Style,
): string[] {
  const nodes = input.graph.nodes.filter(({ kind }) => kind === wanted);
  if (nodes.length === 0) return [];
  return [
    s.dim(title),
    ...rows(
      nodes.flatMap((node) => nodeRows(node, whole, input, columns, s)),
      input,
      columns,
      s,
    ),
  ];
}

function totalLines(limits: Bounds, s: Style): string[] {
  const show = (tokens: number | null): string => (tokens === null ? 'unbounded' : count(tokens));
  const evaluations = limits.evaluations
    .map(({ suite, times }) => `${suite} ${times ?? none} times`)
    .join(', ');
  return [
    s.bold('at most'),
    `  ${plural(limits.steps ?? 0, 'step').replace(/^0 steps$/, limits.steps === null ? 'any number of steps' : '0 steps')}`,
    `  ${show(limits.rolloutTokens)} rollout tokens`,
    `  ${show(limits.evaluationTokens)} evaluation tokens${evaluations ? s.dim(`  ${evaluations}`) : ''}`,
  ];
}

function rows(list: readonly Row[], { showFile }: PlanInput, columns: number, s: Style): string[] {
  const names = Math.max(0, ...list.map(({ name }) => width(name)));
  const values = Math.min(
    Math.max(24, columns - names - 30),
    Math.max(0, ...list.map(({ value }) => width(value))),
  );
  return list.flatMap(({ name, value, origin, below }) => {
    const from =
      origin === null ? '' : origin === 'default' ? 'default' : `${showFile(origin.file)}:${origin.line}`;
    const line = `   ${pad(name, names)}  ${pad(value, values)}  ${s.dim(from)}`.trimEnd();
    return [truncate(line, columns), ...below.map((text) => truncate(`     ${text}`, columns))];
  });
}

function modelText(model: ModelSource): string {
  switch (model.source) {
    case 'bundled':
      return `${model.name} (bundled)`;
    case 'folder':
      return model.path;
    case 'hf':
      return model.repository + (model.revision === null ? '' : ` at ${model.revision}`);
    case 'fresh':
      return `fresh ${model.family}, ${plural(model.layers, 'layer')}, hidden ${model.hidden}, context ${model.context}`;
  }
}
