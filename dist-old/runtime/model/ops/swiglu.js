import { tf } from "../../tensor/tf.js";
import { hasHeapKernels, heapOperation } from "../kernels/wasm-heap.js";
/** silu(gate) * up (Shazeer 2020, arXiv:2002.05202), silu(z) = z sigmoid(z). */
export function swiglu(gate_NF, up_NF) {
    const product = tf.customGrad((gate_, up_, save) => {
        const gate = gate_;
        const up = up_;
        save([gate, up]);
        if (hasHeapKernels() && gate.size % 4 === 0) {
            return {
                value: forward({ gate, up }, {})[0],
                gradFunc: (dy, saved) => {
                    const [gate, up] = saved;
                    return backward({ gate, up, dy }, {});
                },
            };
        }
        return {
            value: tf.mul(tf.mul(gate, tf.sigmoid(gate)), up),
            gradFunc: (dy, saved) => {
                const [gate, up] = saved;
                const s = tf.sigmoid(gate);
                const silu = tf.mul(gate, s);
                // d silu / d gate = s + silu (1 - s)
                const slope = tf.add(s, tf.mul(silu, tf.sub(1, s)));
                return [tf.mul(tf.mul(dy, up), slope), tf.mul(dy, silu)];
            },
        };
    });
    return product(gate_NF, up_NF);
}
const forward = heapOperation('Swiglu', ({ kernels, address, output }, { gate, up }) => {
    const y = output(gate.shape);
    kernels['swiglu']?.(address(gate), address(up), address(y), sizeOf(gate));
    return [y];
});
const backward = heapOperation('SwigluGradient', ({ kernels, address, output }, { gate, up, dy }) => {
    const dgate = output(gate.shape);
    const dup = output(gate.shape);
    const places = [gate, up, dy, dgate, dup].map(address);
    kernels['swigluGradient']?.(...places, sizeOf(gate));
    return [dgate, dup];
});
/** Inputs of a kernel are bare descriptions, without the members of a tensor. */
function sizeOf({ shape }) {
    return shape.reduce((product, length) => product * length, 1);
}
