import type { Audit, Expression } from '../../ast.ts';
import { block, field, still, type Block } from '../field.ts';
import { t } from '../type.ts';
import type { ResolvedAudit, Sourced, ValueOf } from '../value.ts';
import { whyStill } from '../why-still.ts';
import type { Context } from './context.ts';
import { readBlock } from './fields.ts';

const preset = { over: 4, gap: 0.05 };

/** The fields of `audit ... against ... { }`. */
export const auditBlock: Block = block(
  'audit',
  'When a metric and its counter-metric are said to part.',
  still(whyStill.control, [
    field('over', t.count('evaluations'), preset.over, 'Evaluations over which both are compared.'),
    field(
      'gap',
      t.coefficient,
      preset.gap,
      'By more than this the metric must have risen, while the counter-metric has not.',
    ),
  ]),
);

export function readAudit(cx: Context, item: Audit): ResolvedAudit | undefined {
  const metric = metricAt(cx, item.metric);
  const against = metricAt(cx, item.against);
  const fields = item.body === null ? new Map<string, Sourced>() : readBlock(cx, item.body, auditBlock);
  if (metric === undefined || against === undefined) return undefined;
  return {
    metric,
    against,
    over: number(fields.get('over'), preset.over),
    gap: number(fields.get('gap'), preset.gap),
    span: item.span,
  };
}

function metricAt(cx: Context, expression: Expression): Sourced<ValueOf<'metric'>> | undefined {
  const value = cx.evaluate(expression, t.metric);
  return value?.kind === 'metric' ? { value, span: expression.span } : undefined;
}

function number(sourced: Sourced | undefined, fallback: number): Sourced<number> {
  const value = sourced?.value.kind === 'number' ? sourced.value.value : fallback;
  return { value, span: sourced?.span ?? null };
}
