import type { Random } from '../tasks/task.ts';
import { tf } from '../tensor/tf.ts';
/** How a token is drawn from scores. */
export interface SamplingOptions {
    /** Divides the scores; 0 takes the highest. */
    readonly temperature: number;
    /** Draw from the smallest set of tokens that holds this much probability. Default 1: all. */
    readonly topP: number;
}
export interface Draw {
    readonly token: number;
    /**
     * Its log-probability at the temperature over the whole vocabulary (at temperature 1 where it is 0): what
     * training computes for the same token, whatever topP cut off.
     */
    readonly logprob: number;
}
/** The probabilities, of each row, that tokens are drawn with at a temperature; at temperature 0 those at 1. */
export declare function probabilitiesOf(logits_AV: tf.Tensor2D, temperature: number): tf.Tensor2D;
/**
 * Draws by the probabilities of one row. The same probabilities and the same `uniform` give the same token;
 * ProrlError where they are none, because the scores they came from were not finite.
 */
export declare function draw(probabilities_V: Float32Array, uniform: number, options: SamplingOptions): Draw;
/**
 * A stream of uniforms of one sequence's own (Chris Doty-Humphrey's sfc32), seeded by two draws from the
 * rollout's stream: what a sequence draws does not depend on which others are still being decoded.
 */
export declare function sequenceUniforms(random: Random): () => number;
