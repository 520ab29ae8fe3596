import { tf } from '../../tensor/tf.ts';
/** y = x W (+ b), with W held [in, out]. */
export declare function linear(x_NI: tf.Tensor2D, weight_IO: tf.Tensor2D, bias_O?: tf.Tensor): tf.Tensor2D;
/** y = x E^T, with E held [out, in] as a table is: the output projection. */
export declare function tableLinear(x_NI: tf.Tensor2D, table_OI: tf.Tensor2D): tf.Tensor2D;
