import type { Block, Checkpoint, Evaluate, Expression, Field, PipelineDeclaration, Run } from '../../ast.ts';
import { nearest, problem } from '../../diagnostics/index.ts';
import type { Module } from '../../modules/index.ts';
import { cover, type Span } from '../../span.ts';
import { loraBlock, pipelineShape } from '../pipeline-fields.ts';
import { t } from '../type.ts';
import { expressionText } from '../text.ts';
import type {
  Condition,
  LoraUse,
  ResolvedAudit,
  ResolvedCheckpoint,
  ResolvedEvaluate,
  ResolvedPipeline,
  ResolvedRun,
  Sourced,
  ValueOf,
} from '../value.ts';
import { whyStill } from '../why-still.ts';
import { readAudit } from './audits.ts';
import { readCondition } from './clauses.ts';
import type { Context } from './context.ts';
import { misplaced, reportUnknownField, Written } from './fields.ts';
import { readLora } from './lora.ts';
import { resolveStage } from './stages.ts';
import { positive } from './triggers.ts';

/** What the body of a pipeline or of a test says should run. */
export type RunPlan = Pick<
  ResolvedPipeline,
  'model' | 'lora' | 'seed' | 'evaluates' | 'audits' | 'checkpoint' | 'runs' | 'sound'
>;

export function readPipeline(
  cx: Context,
  declaration: PipelineDeclaration,
  module: Module,
): ResolvedPipeline {
  const takes = 'model, lora, seed, evaluate, audit, checkpoint and run';
  const plan = readPlan(cx, declaration.body, (item) => misplaced(cx, item, 'a pipeline', takes));
  return { ...plan, name: declaration.name.text, declaration, module, span: declaration.name.span };
}

/** Reads the items that say what runs; `other` gets the rest. */
export function readPlan(cx: Context, body: Block, other: (item: Block['items'][number]) => void): RunPlan {
  const written = new Written();
  let model: Sourced<ValueOf<'model'>> | null = null;
  let lora: LoraUse | null = null;
  let seed: Sourced<ValueOf<'number'>> = { value: { kind: 'number', value: 1, unit: null }, span: null };
  let checkpoint: ResolvedCheckpoint | null = null;
  let checkpoints = 0;
  let sound = true;
  const evaluates: ResolvedEvaluate[] = [];
  const audits: ResolvedAudit[] = [];
  const runs: ResolvedRun[] = [];
  for (const item of body.items) {
    switch (item.kind) {
      case 'Field': {
        const value = readField(cx, item, written);
        if (value?.value.kind === 'model') model = value as Sourced<ValueOf<'model'>>;
        else if (value?.value.kind === 'number') seed = value as Sourced<ValueOf<'number'>>;
        else sound = false;
        break;
      }
      case 'Section':
        if (item.name.text === loraBlock.name) {
          if (written.first(cx, item.name)) lora = readLora(cx, item);
        } else if (nearest(item.name.text, [loraBlock.name]) !== undefined) {
          reportUnknownField(cx, item.name, 'a pipeline', pipelineShape);
          sound = false;
        } else {
          other(item);
        }
        break;
      case 'Evaluate': {
        const evaluate = readEvaluate(cx, item);
        if (evaluate) evaluates.push(evaluate);
        else sound = false;
        break;
      }
      case 'Audit': {
        const audit = readAudit(cx, item);
        if (audit) audits.push(audit);
        else sound = false;
        break;
      }
      case 'Checkpoint': {
        checkpoints += 1;
        if (checkpoints > 1) {
          cx.report(
            problem('N0206', item.span, 'a second "checkpoint"', {
              reason: 'One line says it all: checkpoint every N steps, keep last N, keep best by METRIC.',
            }),
          );
        }
        checkpoint = readCheckpoint(cx, item) ?? null;
        if (checkpoint === null) sound = false;
        break;
      }
      case 'Run': {
        const run = readRun(cx, item);
        if (run) runs.push(run);
        else sound = false;
        break;
      }
      default:
        other(item);
    }
  }
  return { model, lora, seed, checkpoint, evaluates, audits, runs, sound };
}

function readField(cx: Context, item: Field, written: Written): Sourced | undefined {
  const known = pipelineShape.fields.find((one) => one.name === item.name.text);
  if (known === undefined) {
    if (item.name.text !== loraBlock.name)
      return reportUnknownField(cx, item.name, 'a pipeline', pipelineShape);
    return cx.report(
      problem('N0213', item.name.span, '"lora" is a block, not a field', {
        label: 'write lora { rank: 16 }',
        reason: `Leave it out where all weights are to be trained.`,
      }),
    );
  }
  if (!written.first(cx, item.name)) return undefined;
  const value = cx.evaluate(item.value, known.type, known.still === undefined ? {} : { still: known.still });
  return value && { value, span: item.value.span };
}

/** A period in steps, which must be written. */
function readEvery(
  cx: Context,
  every: Expression | null,
  what: string,
  at: Span,
): Sourced<ValueOf<'number'>> | undefined {
  if (every === null) {
    return cx.report(
      problem('T0307', at, `how often should it ${what}?`, { label: `write "every 25 steps" after it` }),
    );
  }
  const value = positive(cx, every, 'steps', whyStill.period);
  return value?.kind === 'number' ? { value, span: every.span } : undefined;
}

function readEvaluate(cx: Context, item: Evaluate): ResolvedEvaluate | undefined {
  const suite = cx.evaluate(item.suite, t.suite);
  const every = readEvery(cx, item.every, 'evaluate', item.span);
  if (suite?.kind !== 'suite' || every === undefined) return undefined;
  return { suite: suite.suite, every, span: item.suite.span };
}

function readCheckpoint(cx: Context, item: Checkpoint): ResolvedCheckpoint | undefined {
  const every = readEvery(cx, item.every, 'save a checkpoint', item.span);
  const last = item.keepLast === null ? null : cx.evaluate(item.keepLast, t.times, { still: whyStill.kept });
  const best = item.keepBestBy === null ? null : cx.evaluate(item.keepBestBy, t.metric);
  if (every === undefined || last === undefined || best === undefined) return undefined;
  const one: ValueOf<'number'> = { kind: 'number', value: 1, unit: null };
  return {
    every,
    keepLast:
      last?.kind === 'number' ? { value: last, span: item.keepLast!.span } : { value: one, span: null },
    keepBestBy: best?.kind === 'metric' ? { value: best, span: item.keepBestBy!.span } : null,
    span: item.span,
  };
}

function readRun(cx: Context, item: Run): ResolvedRun | undefined {
  const use = cx.evaluate(item.stage, t.stage);
  const until = readEnd(cx, item);
  const when = item.when === null ? null : readCondition(cx, item.when);
  if (use?.kind !== 'stage') return undefined;
  const stage = resolveStage(cx, use.stage, item.stage.span, item.overrides);
  if (!stage || until === undefined || when === undefined) return undefined;
  const head = item.overrides === null ? item.stage.span : cover(item.stage.span, item.overrides.span);
  return { stage, head, until, when, span: item.span };
}

/** When a stage ends; null: nothing says so. */
function readEnd(cx: Context, item: Run): Condition | null | undefined {
  // Behind "for" stands a length, which a condition's messages would not ask for.
  if (item.for !== null && cx.evaluate(item.for, t.duration) === undefined) return undefined;
  const ends = [item.for, item.until].flatMap((one) => (one === null ? [] : [readCondition(cx, one)]));
  if (ends.includes(undefined)) return undefined;
  const [first, second] = ends;
  if (first === undefined) return null;
  if (second === undefined) return first;
  if (first.value.kind === 'open' || second.value.kind === 'open') return first;
  const trigger = { op: 'or' as const, of: [first.value.trigger, second.value.trigger] };
  const text = [item.for, item.until].map((one) => expressionText(one!)).join(' or ');
  return { value: { kind: 'trigger', trigger, text }, span: item.span };
}
