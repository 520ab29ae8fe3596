import { tf } from '../../tensor/tf.ts';

/** y = x W (+ b), with W held [in, out]. */
export function linear(x_NI: tf.Tensor2D, weight_IO: tf.Tensor2D, bias_O?: tf.Tensor): tf.Tensor2D {
  const product = tf.customGrad((x, w, save) => {
    (save as tf.GradSaveFunc)([x as tf.Tensor, w as tf.Tensor]);
    return {
      value: tf.matMul(x as tf.Tensor2D, w as tf.Tensor2D),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const [x_, w_] = saved as [tf.Tensor2D, tf.Tensor2D];
        return [tf.matMul(dy as tf.Tensor2D, w_, false, true), tf.matMul(x_, dy as tf.Tensor2D, true, false)];
      },
    };
  });
  const y_NO = product(x_NI, weight_IO) as tf.Tensor2D;
  return bias_O === undefined ? y_NO : addBias(y_NO, bias_O);
}

/** The same with W and b frozen: they take no gradient, and none is computed. */
export function frozenLinear(x_NI: tf.Tensor2D, weight_IO: tf.Tensor2D, bias_O?: tf.Tensor): tf.Tensor2D {
  const product = tf.customGrad((x) => ({
    value: tf.matMul(x as tf.Tensor2D, weight_IO),
    gradFunc: (dy: tf.Tensor) => tf.matMul(dy as tf.Tensor2D, weight_IO, false, true),
  }));
  const y_NO = product(x_NI) as tf.Tensor2D;
  return bias_O === undefined ? y_NO : addBias(y_NO, bias_O);
}

/** y = x E^T, with E held [out, in] as a table is: the output projection. */
export function tableLinear(x_NI: tf.Tensor2D, table_OI: tf.Tensor2D): tf.Tensor2D {
  const product = tf.customGrad((x, e, save) => {
    (save as tf.GradSaveFunc)([x as tf.Tensor, e as tf.Tensor]);
    return {
      value: tf.matMul(x as tf.Tensor2D, e as tf.Tensor2D, false, true),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const [x_, e_] = saved as [tf.Tensor2D, tf.Tensor2D];
        return [tf.matMul(dy as tf.Tensor2D, e_), tf.matMul(dy as tf.Tensor2D, x_, true, false)];
      },
    };
  });
  return product(x_NI, table_OI) as tf.Tensor2D;
}

/** The same with E frozen. */
export function frozenTableLinear(x_NI: tf.Tensor2D, table_OI: tf.Tensor2D): tf.Tensor2D {
  const product = tf.customGrad((x) => ({
    value: tf.matMul(x as tf.Tensor2D, table_OI, false, true),
    gradFunc: (dy: tf.Tensor) => tf.matMul(dy as tf.Tensor2D, table_OI),
  }));
  return product(x_NI) as tf.Tensor2D;
}

function addBias(y_NO: tf.Tensor2D, bias_O: tf.Tensor): tf.Tensor2D {
  return tf.add(y_NO, bias_O);
}
