import { tf } from "../../tensor/tf.js";
import { hasHeapKernels, heapOperation } from "../kernels/wasm-heap.js";
/**
 * Root-mean-square normalisation over the last axis: y = g x / sqrt(mean(x^2) + eps)
 * (Zhang and Sennrich 2019, arXiv:1910.07467, eq. 4).
 */
export function rmsNorm(x_ND, gain_D, epsilon) {
    return hasHeapKernels() && x_ND.shape[1] % 4 === 0
        ? heapRmsNorm(x_ND, gain_D, epsilon)
        : plainRmsNorm(x_ND, gain_D, epsilon);
}
function plainRmsNorm(x_ND, gain_D, epsilon) {
    const norm = tf.customGrad((x_, g_, save) => {
        const x = x_;
        const gain = g_;
        const inverse_N1 = tf.rsqrt(tf.add(tf.mean(tf.square(x), 1, true), epsilon));
        save([x, gain, inverse_N1]);
        return {
            value: tf.mul(tf.mul(x, inverse_N1), gain),
            gradFunc: (dy, saved) => {
                const [x, gain, inverse_N1] = saved;
                const unit_ND = tf.mul(x, inverse_N1);
                const dyUnit_ND = tf.mul(dy, unit_ND);
                const along_N1 = tf.mean(tf.mul(dyUnit_ND, gain), 1, true);
                const dx = tf.mul(inverse_N1, tf.sub(tf.mul(dy, gain), tf.mul(unit_ND, along_N1)));
                return [dx, tf.sum(dyUnit_ND, 0)];
            },
        };
    });
    return norm(x_ND, gain_D);
}
function heapRmsNorm(x_ND, gain_D, epsilon) {
    const norm = tf.customGrad((x, gain, save) => {
        const inputs = { x: x, gain: gain };
        const [value, inverses] = forward(inputs, { epsilon });
        save([inputs.x, inputs.gain, inverses]);
        return {
            value,
            gradFunc: (dy, saved) => {
                const [x, gain, inverses] = saved;
                return backward({ x, gain, inverses, dy }, {});
            },
        };
    });
    return norm(x_ND, gain_D);
}
const forward = heapOperation('RmsNorm', ({ kernels, address, output }, { x, gain }, { epsilon }) => {
    const [rows, width] = x.shape;
    const y = output([rows, width]);
    const inverses = output([rows]);
    kernels['rmsNorm']?.(address(x), address(gain), address(y), address(inverses), rows, width, epsilon);
    return [y, inverses];
});
const backward = heapOperation('RmsNormGradient', ({ kernels, address, output }, { x, gain, inverses, dy }) => {
    const [rows, width] = x.shape;
    const dx = output([rows, width]);
    const dgain = output([width]);
    const [from, to] = [[x, gain, inverses, dy].map(address), [dx, dgain].map(address)];
    kernels['rmsNormGradient']?.(...from, ...to, rows, width);
    return [dx, dgain];
});
