import type { tf } from '../tensor/tf.ts';

/** Keys and values of the prompts: packed rows, by layer, and where each prompt's rows lie. */
export interface PromptKeys {
  readonly keys_NK: readonly tf.Tensor2D[];
  readonly values_NK: readonly tf.Tensor2D[];
  readonly starts_P: Int32Array;
  readonly lengths_P: Int32Array;
}

/** What a decoder begins with. */
export interface Decoding {
  /** It is read as long as the decoder lives. */
  readonly prompts: PromptKeys;
  /** The prompt of each sequence. */
  readonly promptOfRow_A: Int32Array;
  /** Most steps that will be taken. */
  readonly capacity: number;
  /** Tokens are drawn at it. */
  readonly temperature: number;
}

/** Continues sequences after their prompts by one token a step; it remembers what went before. */
export interface Decoder {
  /**
   * The probabilities of the next token of every row, [A, V], rows beyond those asked for being padding, from the last
   * token of each and the place where it stands.
   */
  step(tokens_A: Int32Array, positions_A: Int32Array): tf.Tensor2D;
  /** Keeps only the given rows, in that order. */
  retain(rows: Int32Array): void;
  dispose(): void;
}
