import { tf } from "../../tensor/tf.js";
import { heapOperation } from "../kernels/wasm-heap.js";
/**
 * a b, with either transposed. The wasm backend multiplies plain matrices through XNNPACK at more than ten
 * times the speed of its loop for transposed ones, so there the smaller work is to transpose first.
 */
export function matmul(a, b, transposeA = false, transposeB = false) {
    if (tf.getBackend() !== 'wasm' || (!transposeA && !transposeB)) {
        return tf.matMul(a, b, transposeA, transposeB);
    }
    const [m, k] = [a.shape[1], b.shape[1]];
    if (transposeA && !transposeB && m % 4 === 0 && k % 4 === 0) {
        return transposedProduct({ a, b }, {})[0];
    }
    return tf.tidy(() => tf.matMul(transposeA ? tf.transpose(a) : a, transposeB ? tf.transpose(b) : b));
}
/** a^T b without a transposed copy of a. */
const transposedProduct = heapOperation('TransposedProduct', ({ kernels, address, output }, { a, b }) => {
    const [n, m] = a.shape;
    const k = b.shape[1];
    const c = output([m, k]);
    kernels['transposedProduct']?.(address(a), address(b), address(c), n, m, k);
    return [c];
});
