import type { ResetEvent, RunEvent } from '../run/events.ts';
import { type Value } from './format.ts';
import type { RunProgress } from './run-progress.ts';
import { type Style } from './style.ts';
/**
 * The lasting lines of an event, shown once when it happens: an evaluation, a reset, a guard, the next stage,
 * a checkpoint, a warning. Ordinary steps have none. `run` has taken the event already.
 */
export declare function happening(event: RunEvent, run: RunProgress, columns: number, s: Style): string[];
/** `reference ← policy`, `optimizer cleared`: what a reset did. */
export declare function resetParts({ reference, optimizer, to, }: Pick<ResetEvent, 'reference' | 'optimizer' | 'to'>): string[];
/** A metric's value; those that are fractions by name are shown as percentages. */
export declare function reading(metric: string, value: Value): string;
