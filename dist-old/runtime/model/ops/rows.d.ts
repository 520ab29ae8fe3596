import { tf } from '../../tensor/tf.ts';
/**
 * Rows of a table by index: [R, D]. The gradient adds the rows' gradients up by `scatterND`, which every
 * backend has (the stock gradient of `gather` needs a kernel that some lack).
 */
export declare function gatherRows(table_VD: tf.Tensor2D, rows_R: tf.Tensor1D): tf.Tensor2D;
