import type { Entry, Expression, Field, MixtureDeclaration, Path, Call } from '../../ast.ts';
import { problem } from '../../diagnostics/index.ts';
import type { Module } from '../../modules/index.ts';
import { t } from '../type.ts';
import type { CurriculumUse, MixtureEntryUse, MixtureUse, ValueOf } from '../value.ts';
import { whyStill } from '../why-still.ts';
import { numberOf, type Context } from './context.ts';
import { curriculumBlock, readCurriculum } from './curricula.ts';
import { misplaced, Written } from './fields.ts';
import { parameterOrigin } from './parameters.ts';

/** Reads the entries of a mixture: tasks with their weights, each perhaps with a start and an end. */
export function readMixture(
  cx: Context,
  declaration: MixtureDeclaration,
  module: Module,
): MixtureUse | undefined {
  const entries: MixtureEntryUse[] = [];
  let sound = true;
  let curriculum: CurriculumUse | null = null;
  const written = new Written();
  for (const item of declaration.body.items) {
    if (item.kind === 'Section' && item.name.text === curriculumBlock.name) {
      if (written.first(cx, item.name)) curriculum = readCurriculum(cx, item);
      continue;
    }
    if (item.kind !== 'Entry' && item.kind !== 'Field') {
      misplaced(
        cx,
        item,
        'a mixture',
        'tasks with their weights, such as chain_sum(terms: 2..4): 3, and a curriculum',
      );
      sound = false;
      continue;
    }
    const entry = readEntry(cx, item);
    if (entry) entries.push(entry);
    else sound = false;
  }
  if (sound && entries.length === 0) {
    return cx.report(
      problem('G0510', declaration.name.span, `the mixture "${declaration.name.text}" has no tasks`, {
        reason: 'A stage draws its problems from a mixture, so it must name at least one task with a weight.',
      }),
    );
  }
  return sound ? { declaration, module, entries, curriculum } : undefined;
}

function readEntry(cx: Context, item: Entry | Field): MixtureEntryUse | undefined {
  const task = cx.evaluate(taskExpression(item), t.task);
  const weight = windowed(cx, item.value);
  if (task === undefined || weight === undefined) return undefined;
  return { ...weight, task: task.kind === 'task' ? task.task : null, span: item.span };
}

function taskExpression(item: Entry | Field): Call | Path {
  if (item.kind === 'Entry') return item.call;
  return { kind: 'Path', span: item.name.span, names: [item.name], text: item.name.text };
}

type Weight = Pick<MixtureEntryUse, 'weight' | 'from' | 'until'>;

/** `1`, `linear(1, 3, over: 200 steps)`, `1 from 100 steps until step 200`. */
function windowed(cx: Context, expression: Expression): Weight | undefined {
  const inner = expression.kind === 'Windowed' ? expression.value : expression;
  const weight = cx.evaluate(inner, t.schedule(t.coefficient));
  const [begin, finish] = expression.kind === 'Windowed' ? [expression.from, expression.until] : [null, null];
  const from = begin === null ? 1 : stepAfter(cx, begin);
  const until = finish === null ? null : stepAfter(cx, finish);
  if (weight === undefined || from === undefined || until === undefined) return undefined;
  if (until !== null && until <= from) {
    return cx.report(
      problem('S0408', finish!.span, 'this task ends before it starts', {
        label: `it starts with step ${from}`,
        reason: `It would be drawn from step ${from} to before step ${until}: never.`,
      }),
    );
  }
  const value = weight as ValueOf<'schedule'> | ValueOf<'open'>;
  return { weight: { value, span: inner.span, origin: parameterOrigin(cx, inner) }, from, until };
}

/**
 * The first step behind a position. `100 steps` is, as in schedules, the point at which 100 steps
 * are done: the next is step 101. `step 100` is that step itself.
 */
function stepAfter(cx: Context, expression: Expression): number | undefined {
  if (expression.kind === 'StepNumber') {
    const number = numberOf(cx, expression.number, t.whole, { still: whyStill.place });
    if (number === undefined) return undefined;
    return number.kind === 'number' ? Math.max(1, number.value) : 1;
  }
  const count = numberOf(cx, expression, t.count('steps'), { still: whyStill.place });
  if (count === undefined) return undefined;
  return count.kind === 'number' ? count.value + 1 : 1;
}
