import type { Schedule, Trigger } from '../../runtime/graph/index.ts';
import { isReading, movingBounds as boundsIn } from '../../runtime/graph/trigger.ts';
import { schedulesOf } from '../types/settled.ts';
import type { Condition, ResolvedRun, ResolvedStage } from '../types/value.ts';
import type { Span } from '../span.ts';
import type { Check } from './rule.ts';

/** A trigger and all that it is made of. */
export function parts(trigger: Trigger): Trigger[] {
  switch (trigger.op) {
    case 'and':
    case 'or':
      return [trigger, ...trigger.of.flatMap(parts)];
    case 'not':
    case 'sustained':
      return [trigger, ...parts(trigger.of)];
    default:
      return [trigger];
  }
}

/** The conditions of a stage's resets and guards. */
export function conditionsOf(stage: ResolvedStage): Condition[] {
  return [...stage.resets, ...stage.guards].flatMap(({ when }) => ('at' in when ? [] : [when]));
}

/** Where a metric is read, by its name. */
export interface MetricRead {
  readonly metric: string;
  readonly span: Span;
}

/** The metrics that a condition reads. */
export function metricsIn(condition: Condition, check: Pick<Check, 'spans'>): MetricRead[] {
  if (condition.value.kind !== 'trigger') return [];
  const compared = parts(condition.value.trigger).flatMap((part): MetricRead[] => {
    const at = check.spans.get(part) ?? condition.span;
    switch (part.op) {
      case 'compare': {
        const readings = isReading(part.right) ? [part.left, part.right] : [part.left];
        return readings.map((one) => ({ metric: one.metric, span: check.spans.get(one) ?? at }));
      }
      case 'plateau':
      case 'falls':
      case 'rises':
      case 'not_finite':
        return [{ metric: part.metric, span: at }];
      default:
        return [];
    }
  });
  const followed = movingBounds(condition, check).flatMap(({ schedule: { over }, span }) =>
    typeof over === 'object' ? [{ metric: over.metric, span }] : [],
  );
  return [...compared, ...followed];
}

/** The bounds of a condition that move, with the places where they are written. */
export function movingBounds(
  { value, span }: Condition,
  check: Pick<Check, 'spans'>,
): { schedule: Schedule; span: Span }[] {
  if (value.kind !== 'trigger') return [];
  return boundsIn(value.trigger).map(({ schedule }) => ({
    schedule,
    span: check.spans.get(schedule) ?? span,
  }));
}

/** All the metrics that a stage reads where it is run. */
export function metricsRead(run: ResolvedRun, check: Pick<Check, 'spans'>): MetricRead[] {
  const { stage, until } = run;
  const conditions = [...conditionsOf(stage), ...(until === null ? [] : [until])];
  const schedules = schedulesOf(stage).flatMap(({ schedule, sourced }) =>
    typeof schedule.over === 'object'
      ? [{ metric: schedule.over.metric, span: sourced.span ?? run.span }]
      : [],
  );
  const mixture = stage.fields.get('mixture')?.value;
  const weights = (mixture?.kind === 'mixture' ? mixture.mixture.entries : []).flatMap(({ weight }) =>
    weight.value.kind === 'schedule' && typeof weight.value.schedule.over === 'object'
      ? [{ metric: weight.value.schedule.over.metric, span: weight.span ?? run.span }]
      : [],
  );
  const best = stage.resets.flatMap((one) =>
    one.to.source === 'best' && one.to.metric.value.kind === 'metric'
      ? [{ metric: one.to.metric.value.name, span: one.to.metric.span ?? one.span }]
      : [],
  );
  return [...conditions.flatMap((one) => metricsIn(one, check)), ...schedules, ...weights, ...best];
}

/** The steps after which a stage has surely ended; null: nothing bounds them. */
export function longestOf(run: ResolvedRun): number | null {
  return run.until?.value.kind === 'trigger' ? bound(run.until.value.trigger) : null;
}

function bound(trigger: Trigger): number | null {
  switch (trigger.op) {
    case 'reached':
      return trigger.unit === 'steps' ? trigger.count : null;
    case 'every':
      return trigger.steps;
    case 'or': {
      const bounds = trigger.of.map(bound).filter((one) => one !== null);
      return bounds.length === 0 ? null : Math.min(...bounds);
    }
    case 'and': {
      const bounds = trigger.of.map(bound);
      return bounds.includes(null) ? null : Math.max(...(bounds as number[]));
    }
    default:
      return null;
  }
}
