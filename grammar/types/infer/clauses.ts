import type { Block, Expression, Guard, Keep, Reset } from '../../ast.ts';
import { listed, nearestFix, problem } from '../../diagnostics/index.ts';
import { after, cover } from '../../span.ts';
import { block, field, still, type Block as BlockShape } from '../field.ts';
import { groupMetrics } from '../stage-fields.ts';
import { t } from '../type.ts';
import { expressionText } from '../text.ts';
import type { Condition, Moment, ResolvedGuard, ResolvedKeep, ResolvedReset, Sourced } from '../value.ts';
import { whyStill } from '../why-still.ts';
import { numberOf, type Context } from './context.ts';
import { fieldValue, misplaced, readBlock, reportUnknownField, Written } from './fields.ts';

/** The fields of `reset ... { }`. */
export const resetBlock: BlockShape = block(
  'reset',
  'How often a reset may happen.',
  still(whyStill.limit, [
    field('cooldown', t.count('steps'), undefined, 'Steps that must pass before it may happen again.'),
    field('at_most', t.optional(t.times), null, 'How many times in the run; none: no limit.'),
  ]),
);

/** The fields of `guard ... { }`; `rollback` and `scale rate by X` stand there too. */
export const guardBlock: BlockShape = block(
  'guard',
  'What a guard does.',
  still(whyStill.limit, [field('at_most', t.whole, 3, 'After that many times the run stops.')]),
);

/** A condition with its text as it is written here. */
export function readCondition(cx: Context, expression: Expression): Condition | undefined {
  const value = cx.evaluate(expression, t.trigger);
  if (value?.kind === 'open') return { value, span: expression.span };
  if (value?.kind !== 'trigger') return undefined;
  return { value: { ...value, text: expressionText(expression) }, span: expression.span };
}

export function readReset(cx: Context, item: Reset): ResolvedReset | undefined {
  const when = item.when === null ? readMoment(cx, item) : readCondition(cx, item.when);
  const targets = item.targets.map((one) => one.text);
  let sound = true;
  for (const target of item.targets) {
    if (['reference', 'optimizer', ''].includes(target.text)) continue;
    sound = false;
    cx.report(
      problem('N0218', target.span, `a reset cannot reset "${target.text}"`, {
        reason: 'It resets the reference policy, the optimizer, or both: reset reference, optimizer ...',
        fix: nearestFix(target.span, target.text, ['reference', 'optimizer']),
      }),
    );
  }
  const to = readTarget(cx, item);
  const fields = item.body === null ? new Map<string, Sourced>() : readBlock(cx, item.body, resetBlock);
  // What an unknown field was to say, a cooldown perhaps, is not known.
  const strange = item.body?.items.some(
    (one) => one.kind === 'Field' && !resetBlock.fields.some(({ name }) => name === one.name.text),
  );
  if (when === undefined || to === undefined || !sound || strange === true) return undefined;
  return {
    span: item.span,
    hasBody: item.body !== null,
    reference: targets.includes('reference'),
    optimizer: targets.includes('optimizer'),
    to,
    when,
    cooldown: fields.get('cooldown'),
    atMost: fields.get('at_most'),
  };
}

/** `at start` or `at end`: it happens once, so that neither a cooldown nor a limit means anything. */
function readMoment(cx: Context, { at, body }: Reset): Moment | undefined {
  if (at === null || at.text === '') return undefined;
  if (at.text !== 'start' && at.text !== 'end') {
    return cx.report(
      problem('N0218', at.span, `a reset cannot happen at "${at.text}"`, {
        reason:
          'It happens as the stage begins ("at start"), as it ends ("at end"), or on a condition ("when ...").',
        fix: nearestFix(at.span, at.text, ['start', 'end']),
      }),
    );
  }
  if (body !== null) {
    cx.report(
      problem('N0213', body.span, `a reset at the ${at.text} of a stage happens once`, {
        label: 'nothing here has a meaning',
        reason: 'A cooldown and a limit are for resets that a condition may fire again.',
        fix: { title: 'leave the block out', edits: [{ span: cover(after(at.span), body.span), text: '' }] },
      }),
    );
    return undefined;
  }
  return { at: at.text, span: at.span };
}

function readTarget(cx: Context, item: Reset): ResolvedReset['to'] | undefined {
  if (item.to === null || item.to.text === 'current') return { source: 'current' };
  if (item.to.text === '') return undefined;
  if (item.to.text !== 'best') {
    return cx.report(
      problem('N0218', item.to.span, `a reset cannot go to "${item.to.text}"`, {
        reason:
          'It goes to the current policy ("to current") or to the best checkpoint ("to best by METRIC").',
        fix: nearestFix(item.to.span, item.to.text, ['current', 'best']),
      }),
    );
  }
  if (item.by === null) {
    return cx.report(
      problem('T0307', item.to.span, 'best by what?', {
        label: 'write "to best by METRIC", such as heldout.pass@1',
      }),
    );
  }
  const metric = cx.evaluate(item.by, t.metric);
  if (metric?.kind !== 'metric' && metric?.kind !== 'open') return undefined;
  return { source: 'best', metric: { value: metric, span: item.by.span } };
}

export function readGuard(cx: Context, item: Guard): ResolvedGuard | undefined {
  const when = readCondition(cx, item.when);
  const body = item.body === null ? null : readGuardBody(cx, item.body);
  if (when === undefined) return undefined;
  return {
    span: item.span,
    when,
    rollback: body?.rollback ?? null,
    scaleRate: body?.scaleRate,
    atMost: body?.atMost,
  };
}

function readGuardBody(cx: Context, body: Block): Pick<ResolvedGuard, 'rollback' | 'scaleRate' | 'atMost'> {
  const written = new Written();
  const takes = 'rollback, "scale rate by FACTOR" and at_most';
  let rollback: ResolvedGuard['rollback'] = null;
  let scaleRate: Sourced | undefined;
  let atMost: Sourced | undefined;
  for (const item of body.items) {
    if (item.kind === 'Flag' && item.name.text === 'rollback') {
      if (written.first(cx, item.name)) rollback = item.span;
    } else if (item.kind === 'Flag' && item.name.text !== '') {
      cx.report(
        problem('N0202', item.name.span, `a guard cannot do "${item.name.text}"`, {
          reason: `It takes ${takes}.`,
          fix: nearestFix(item.name.span, item.name.text, ['rollback']),
        }),
      );
      // It does something, if only that were known.
      rollback = item.span;
    } else if (item.kind === 'Scale') {
      if (item.what.text !== 'rate' && item.what.text !== '') {
        cx.report(
          problem('N0202', item.what.span, `a guard cannot scale "${item.what.text}"`, {
            label: 'only "rate"',
          }),
        );
      } else if (written.first(cx, { ...item.what, text: 'scale rate' })) {
        const value = cx.evaluate(item.by, t.rate, { still: whyStill.scale });
        if (value) scaleRate = { value, span: item.by.span };
        // What it does is not known, but it does something.
        else rollback ??= item.span;
      }
    } else if (item.kind === 'Field') {
      const known = guardBlock.fields.find((one) => one.name === item.name.text);
      if (known === undefined) reportUnknownField(cx, item.name, 'a guard', { ...guardBlock, blocks: [] });
      else if (written.first(cx, item.name)) atMost = fieldValue(cx, item, known);
    } else {
      misplaced(cx, item, 'a guard', takes);
    }
  }
  return { rollback, scaleRate, atMost };
}

/** `keep groups where reward.std > 0 and score.mean < 1`: every comparison must hold. */
export function readKeep(cx: Context, item: Keep): ResolvedKeep[] | undefined {
  if (item.what.text !== 'groups' && item.what.text !== '') {
    return cx.report(
      problem('N0218', item.what.span, `"keep ${item.what.text}" means nothing here`, {
        label: 'write "keep groups where ..."',
        fix: nearestFix(item.what.span, item.what.text, ['groups']),
      }),
    );
  }
  const parts = conjuncts(item.where).map((one) => readGroupComparison(cx, one));
  return parts.some((one) => one === undefined) ? undefined : (parts as ResolvedKeep[]);
}

function conjuncts(expression: Expression): Expression[] {
  if (expression.kind === 'Logical' && expression.op === 'and') return expression.operands.flatMap(conjuncts);
  return [expression];
}

function readGroupComparison(cx: Context, expression: Expression): ResolvedKeep | undefined {
  if (expression.kind === 'Missing') return undefined;
  if (expression.kind !== 'Comparison' || expression.op === '==' || expression.op === '!=') {
    return cx.report(
      problem('T0301', expression.span, 'a filter of groups is made of comparisons', {
        label: 'for example reward.std > 0',
        reason:
          'Each is a figure of one group compared by >, >=, < or <= with a number; "and" joins several.',
      }),
    );
  }
  const { left, right, op } = expression;
  if (left.kind === 'Missing') return undefined;
  const metric = left.kind === 'Path' ? groupMetrics.find((one) => one === left.text) : undefined;
  if (metric === undefined) {
    return cx.report(
      problem('N0203', left.span, 'this is no figure of a group', {
        reason: `A group of responses has ${listed([...groupMetrics], 'and')}.`,
        fix: left.kind === 'Path' ? nearestFix(left.span, left.text, groupMetrics) : undefined,
      }),
    );
  }
  const value = numberOf(cx, right, t.number, { still: whyStill.group });
  return value && { metric, by: op, value: { value, span: right.span }, span: expression.span };
}
