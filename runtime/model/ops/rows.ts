import { tf } from '../../tensor/tf.ts';

/**
 * Rows of a table by index: [R, D]. The gradient adds the rows' gradients up by `scatterND`, which every
 * backend has (the stock gradient of `gather` needs a kernel that some lack).
 */
export function gatherRows(table_VD: tf.Tensor2D, rows_R: Int32Array): tf.Tensor2D {
  const gather = tf.customGrad((table) => {
    const [height, width] = (table as tf.Tensor2D).shape;
    return {
      value: tf.tidy(() => tf.gather(table as tf.Tensor2D, tf.tensor1d(rows_R, 'int32'))),
      gradFunc: (dy: tf.Tensor) =>
        tf.tidy(() => tf.scatterND(tf.tensor2d(rows_R, [rows_R.length, 1], 'int32'), dy, [height, width])),
    };
  });
  return gather(table_VD) as tf.Tensor2D;
}
