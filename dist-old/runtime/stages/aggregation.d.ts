import type { UpdateNode } from '../graph/index.ts';
export type Aggregation = UpdateNode['config']['aggregation'];
/** What the mean over a mini-batch is taken of. */
export interface BatchCounts {
    readonly responses: number;
    readonly tokens: number;
    /** The number of tokens that `constant` divides each response's sum by. */
    readonly divisor?: number;
}
/**
 * A token's share in the loss of a mini-batch; the shares are constants that the micro-batches of a mini-batch
 * have in common, so that their losses add up to its loss however it is split.
 * - `token_mean`: 1 / all tokens, so that long responses weigh more (DAPO, arXiv:2503.14476, section 3.3).
 * - `sequence_mean`: 1 / (responses x tokens of this response) (GRPO, arXiv:2402.03300, eq. 3).
 * - `constant`: 1 / (responses x divisor): neither a response's length nor the others' weighs in it (Dr. GRPO,
 *   arXiv:2503.20783, section 3.2).
 */
export declare function tokenWeight(aggregation: Aggregation, length: number, { responses, tokens, divisor }: BatchCounts): number;
