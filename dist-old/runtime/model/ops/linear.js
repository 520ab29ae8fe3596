import { tf } from "../../tensor/tf.js";
import { matmul } from "./matmul.js";
/** y = x W (+ b), with W held [in, out]. */
export function linear(x_NI, weight_IO, bias_O) {
    const product = tf.customGrad((x, w, save) => {
        save([x, w]);
        return {
            value: matmul(x, w),
            gradFunc: (dy, saved) => {
                const [x_, w_] = saved;
                return [matmul(dy, w_, false, true), matmul(x_, dy, true, false)];
            },
        };
    });
    const y_NO = product(x_NI, weight_IO);
    return bias_O === undefined ? y_NO : addBias(y_NO, bias_O);
}
/** y = x E^T, with E held [out, in] as a table is: the output projection. */
export function tableLinear(x_NI, table_OI) {
    const product = tf.customGrad((x, e, save) => {
        save([x, e]);
        return {
            value: matmul(x, e, false, true),
            gradFunc: (dy, saved) => {
                const [x_, e_] = saved;
                return [matmul(dy, e_), matmul(dy, x_, true, false)];
            },
        };
    });
    return product(x_NI, table_OI);
}
function addBias(y_NO, bias_O) {
    return tf.add(y_NO, bias_O);
}
