import { valueAt, type SchedulePoint } from '../control/index.ts';
import type { ShapeNode } from '../graph/index.ts';

/** The shaping in force at a step: the node's schedules, read. */
export interface Shaping {
  readonly correct: number;
  readonly incorrect: number;
  readonly truncated: number;
  readonly overlong: { readonly cache: number; readonly scale: number } | null;
}

/** Reward is the score itself where a stage has no shape node. */
export const PLAIN: Shaping = { correct: 1, incorrect: 0, truncated: 0, overlong: null };

/** The shaping that holds at a step: its schedules read, the width of the overlong penalty as a whole number of tokens. */
export function shapingAt(
  { correct, incorrect, truncated, overlong }: ShapeNode['config'],
  at: SchedulePoint,
): Shaping {
  return {
    correct: valueAt(correct, at),
    incorrect: valueAt(incorrect, at),
    truncated: valueAt(truncated, at),
    overlong:
      overlong === null
        ? null
        : { cache: Math.round(valueAt(overlong.cache, at)), scale: valueAt(overlong.scale, at) },
  };
}

/**
 * The reward of a response: its score (0 to 1) laid out between `incorrect` and `correct`, plus
 * `truncated` where the response was cut off, plus the soft overlong punishment.
 * `length` and `limit` count response tokens, the end token included.
 */
export function shapeReward(
  shaping: Shaping,
  response: { score: number; truncated: boolean; length: number },
  limit: number,
): number {
  const scored = shaping.incorrect + response.score * (shaping.correct - shaping.incorrect);
  const cut = response.truncated ? shaping.truncated : 0;
  const overlong = shaping.overlong;
  const long = overlong === null ? 0 : overlong.scale * softOverlong(response.length, limit, overlong.cache);
  return scored + cut + long;
}

/**
 * DAPO's soft overlong punishment (arXiv:2503.14476, eq. 13): 0 up to limit - cache tokens, then falling
 * linearly to -1 at the limit, -1 beyond.
 */
export function softOverlong(length: number, limit: number, cache: number): number {
  const free = limit - cache;
  if (length <= free) return 0;
  return length <= limit ? (free - length) / cache : -1;
}
