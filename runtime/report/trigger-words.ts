import { isReading, type Bound, type Reading, type Trigger } from '../graph/trigger.ts';
import { number, plural } from './format.ts';
import { isConstant } from './schedule-drawing.ts';
import { scheduleWords } from './schedule-words.ts';

/** A trigger in words, much as one would write it in a pipeline. */
export function triggerWords(trigger: Trigger): string {
  switch (trigger.op) {
    case 'compare':
      return `${operand(trigger.left)} ${trigger.by} ${isReading(trigger.right) ? operand(trigger.right) : bound(trigger.left.metric, trigger.right)}`;
    case 'and':
      return trigger.of.map(nested).join(' and ');
    case 'or':
      return trigger.of.map((each) => (each.op === 'and' ? nested(each) : triggerWords(each))).join(' or ');
    case 'not':
      return `not ${nested(trigger.of)}`;
    case 'sustained':
      return `${nested(trigger.of)} for ${plural(trigger.steps, 'step')}`;
    case 'every':
      return `every ${plural(trigger.steps, 'step')}`;
    case 'reached':
      return trigger.unit === 'steps' ? plural(trigger.count, 'step') : plural(trigger.count, 'token');
    case 'plateau':
      return `${trigger.metric} gains less than ${bound(trigger.metric, trigger.gainBelow)} over ${trigger.over} ${trigger.unit}`;
    case 'falls':
    case 'rises':
      return `${trigger.metric} ${trigger.op} by more than ${bound(trigger.metric, trigger.by)} over ${trigger.over} ${trigger.unit}`;
    case 'not_finite':
      return `${trigger.metric} is not finite`;
  }
}

function nested(trigger: Trigger): string {
  return trigger.op === 'and' || trigger.op === 'or' ? `(${triggerWords(trigger)})` : triggerWords(trigger);
}

function operand({ of, metric, span }: Reading): string {
  if (of === 'last') return metric;
  return of === 'ema' ? `the moving average of ${metric} (span ${span ?? '?'})` : `the best ${metric}`;
}

/** One that moves stands in parentheses: `(0.05, linear to 0.2 at 100 steps)`. */
function bound(metric: string, of: Bound): string {
  if (typeof of === 'number') return value(metric, of);
  const { over } = of;
  const followed = (x: number) => (typeof over === 'object' ? value(over.metric, x) : number(x));
  const words = scheduleWords(of, (x) => value(metric, x), followed);
  return isConstant(of) ? words : `(${words})`;
}

/** Pass rates and shares of a whole are read as percentages. */
function value(metric: string, x: number): string {
  return /(^|\.)(pass@\d+|correct|truncated)$/.test(metric) ? `${number(100 * x)}%` : number(x);
}
