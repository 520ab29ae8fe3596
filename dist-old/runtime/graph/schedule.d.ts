/**
 * A number that may change during a run, as data. Pieces follow one another without gap or
 * overlap; before the first piece its start value holds, after the last one its end value.
 */
export interface Schedule {
    /** What the schedule is read against: the pipeline's steps, its sampled tokens, or a metric's last value. */
    over: 'steps' | 'tokens' | {
        metric: string;
    };
    /** At least one, in order of `from`. */
    pieces: Piece[];
}
/** @discriminator shape */
export type Piece = Ramp | Cycle;
/**
 * Goes from `start` at `from` to `end` at `to` (null: for ever; only `constant` may).
 * With u = (x - from) / (to - from):
 * constant = start; linear = start + u (end - start);
 * cosine = end + (start - end) (1 + cos(pi u)) / 2; exponential = start (end / start)^u.
 */
export interface Ramp {
    shape: 'constant' | 'linear' | 'cosine' | 'exponential';
    from: number;
    to: number | null;
    start: number;
    end: number;
}
/** Repeats its pieces, written relative to the start of a period, every `period`. */
export interface Cycle {
    shape: 'cycle';
    from: number;
    to: number | null;
    period: number;
    pieces: Ramp[];
}
/** A schedule that never moves. */
export declare function constant(value: number): Schedule;
