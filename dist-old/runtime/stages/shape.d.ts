import { type SchedulePoint } from '../control/index.ts';
import type { ShapeNode } from '../graph/index.ts';
/** The shaping in force at a step: the node's schedules, read. */
export interface Shaping {
    readonly correct: number;
    readonly incorrect: number;
    /** Added where a response was cut off. */
    readonly truncated: number;
    /** The share of its reward that a response keeps that was cut off. */
    readonly stopProperly: number;
    /** What right and wrong responses earn at the token limit, and how much of that counts; null: as much as at length 0. */
    readonly cosineLength: {
        readonly correct: number;
        readonly incorrect: number;
        readonly weight: number;
    } | null;
    readonly overlong: {
        readonly cache: number;
        readonly scale: number;
    } | null;
}
/** The shaping that holds at a step: its schedules read, the width of the overlong penalty as a whole number of tokens. */
export declare function shapingAt(config: ShapeNode['config'], at: SchedulePoint): Shaping;
/**
 * The reward of a response, R = c (r_0 + score (r_1 - r_0)) + truncated + overlong: its score (0 to 1) laid out between
 * what a wrong and a right response of its length earn, of which it keeps the share c where it was cut off (stop
 * properly), then what is added where it was cut off, and the soft overlong punishment.
 * `length` and `limit` count response tokens, the end token included.
 */
export declare function shapeReward(shaping: Shaping, response: {
    score: number;
    truncated: boolean;
    length: number;
}, limit: number): number;
/**
 * Along half a cosine from `short` at 0 to `long` at 1, and `long` beyond: eta = long + (short - long)(1 + cos(pi u))/2
 * (the cosine length reward of arXiv:2502.03373, section 4).
 */
export declare function cosineBetween(short: number, long: number, u: number): number;
/**
 * DAPO's soft overlong punishment (arXiv:2503.14476, eq. 13): 0 up to limit - cache tokens, then falling
 * linearly to -1 at the limit, -1 beyond.
 */
export declare function softOverlong(length: number, limit: number, cache: number): number;
