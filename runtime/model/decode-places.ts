import { tf } from '../tensor/tf.ts';
import type { PromptKeys } from './decoder.ts';

/** Its slot in the cache, the first row of its prompt, the rows of that. */
type Place = readonly [number, number, number];

/** Where each row of a decoding step finds its keys and values: in its prompt's rows, then in a slot of its own. */
export class DecodePlaces {
  private places: readonly Place[];
  private asTensor: tf.Tensor2D;

  constructor({ starts_P, lengths_P }: PromptKeys, promptOfRow_A: Int32Array) {
    this.places = Array.from(promptOfRow_A, (p, a) => [a, starts_P[p] as number, lengths_P[p] as number]);
    this.asTensor = this.toTensor();
  }

  get rows(): number {
    return this.places.length;
  }

  /** [A, 3] */
  get table(): tf.Tensor2D {
    return this.asTensor;
  }

  /** Keeps only the given rows, in that order. */
  retain(rows: Int32Array): void {
    this.places = Array.from(rows, (row) => this.places[row] as Place);
    this.asTensor.dispose();
    this.asTensor = this.toTensor();
  }

  dispose(): void {
    this.asTensor.dispose();
  }

  private toTensor(): tf.Tensor2D {
    return tf.keep(tf.tensor2d(this.places.flat(), [this.rows, 3], 'int32'));
  }
}
