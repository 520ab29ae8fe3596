import type { Piece, Ramp, Schedule } from '../graph/schedule.ts';
import { count, number } from './format.ts';

type Write = (x: number) => string;

/**
 * A schedule in words, much as one would write it: `0.05, linear to 0.2 at 1000 steps`. `value` and `reading` write
 * its values and, where it follows a metric, readings of that.
 */
export function scheduleWords({ over, pieces }: Schedule, value: Write, reading: Write = number): string {
  const at: Write = (x) => {
    if (typeof over === 'object') return `${over.metric} = ${reading(x)}`;
    return `${over === 'tokens' ? count(x) : number(x)} ${over}`;
  };
  const cycle = pieces.find((one) => one.shape === 'cycle');
  if (cycle === undefined) return chain(pieces.filter(isRamp), value, at, typeof over === 'object');
  const from = cycle.from === 0 ? '' : `, from: ${at(cycle.from)}`;
  return `cycle(${chain(cycle.pieces, value, at, false)}, period: ${at(cycle.period)}${from})`;
}

/** `anchored`: where the first piece begins is told even if that is at 0. */
function chain(ramps: readonly Ramp[], value: Write, at: Write, anchored: boolean): string {
  const [first] = ramps;
  if (first === undefined) return '';
  const moves = first.shape !== 'constant' && (anchored || first.from !== 0);
  const words = [`${value(first.start)}${moves ? ` at ${at(first.from)}` : ''}`];
  let now = first.start;
  for (const [i, { shape, from, to, start, end }] of ramps.entries()) {
    if (start !== now) words.push(`step to ${value(start)} at ${at(from)}`);
    const held = shape === 'constant' && ramps[i + 1]?.start === start;
    if (to !== null && held) words.push(`constant until ${at(to)}`);
    if (to !== null && shape !== 'constant') words.push(`${shape} to ${value(end)} at ${at(to)}`);
    now = end;
  }
  return words.join(', ');
}

function isRamp(piece: Piece): piece is Ramp {
  return piece.shape !== 'cycle';
}
