import { tf } from '../../tensor/tf.ts';
import type { ModelConfig } from '../config.ts';
/**
 * Cosines and sines of the rotary angles of some positions, in the form that this backend turns with: for the
 * fused kernel [N, headWidth / 2], for plain operations [N, 1, headWidth], the sines of the first half negated.
 */
export interface RotaryAngles {
    readonly cos: tf.Tensor;
    readonly sin: tf.Tensor;
}
/** The frequencies theta^(-2i/d) of Su et al. 2021 (arXiv:2104.09864), stretched as Llama 3 does where asked. */
export declare function rotaryFrequencies(config: ModelConfig): Float64Array;
/** The angles at the given positions, as tensors that the caller owns. */
export declare function rotaryAngles(frequencies_F: Float64Array, positions_N: Int32Array): RotaryAngles;
/**
 * Turns every head of x [N, heads * headWidth] by the angles of its row. Coordinates i and i + headWidth / 2
 * form the pairs, as in Hugging Face's weights. The gradient turns back.
 */
export declare function rotate(x_NC: tf.Tensor2D, angles: RotaryAngles): tf.Tensor2D;
