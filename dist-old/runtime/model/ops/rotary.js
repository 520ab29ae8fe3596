import { tf } from "../../tensor/tf.js";
import { hasHeapKernels, heapOperation } from "../kernels/wasm-heap.js";
/** The frequencies theta^(-2i/d) of Su et al. 2021 (arXiv:2104.09864), stretched as Llama 3 does where asked. */
export function rotaryFrequencies(config) {
    const half = config.headWidth / 2;
    const frequencies = Float64Array.from({ length: half }, (_, i) => config.ropeTheta ** (-i / half));
    const scaling = config.ropeScaling;
    if (scaling === undefined)
        return frequencies;
    const { factor, lowFrequencyFactor: low, highFrequencyFactor: high, originalMaxPositions } = scaling;
    return frequencies.map((frequency) => {
        // Turns made within the original context: many turns stay, few are slowed, between is blended.
        const turns = (originalMaxPositions * frequency) / (2 * Math.PI);
        if (turns > high)
            return frequency;
        if (turns < low)
            return frequency / factor;
        const smooth = (turns - low) / (high - low);
        return (1 - smooth) * (frequency / factor) + smooth * frequency;
    });
}
/** The angles at the given positions, as tensors that the caller owns. */
export function rotaryAngles(frequencies_F, positions_N) {
    const half = frequencies_F.length;
    const wide = !usesKernel(half);
    const width = wide ? 2 * half : half;
    const cos = new Float32Array(positions_N.length * width);
    const sin = new Float32Array(positions_N.length * width);
    positions_N.forEach((position, n) => {
        for (let f = 0; f < half; f++) {
            const angle = position * frequencies_F[f];
            const at = n * width + f;
            cos[at] = Math.cos(angle);
            sin[at] = Math.sin(angle);
            if (!wide)
                continue;
            cos[at + half] = cos[at];
            sin[at + half] = sin[at];
            sin[at] = -sin[at];
        }
    });
    const shape = wide ? [positions_N.length, 1, width] : [positions_N.length, width];
    return { cos: tf.tensor(cos, shape), sin: tf.tensor(sin, shape) };
}
function usesKernel(half) {
    return hasHeapKernels() && half % 4 === 0;
}
/**
 * Turns every head of x [N, heads * headWidth] by the angles of its row. Coordinates i and i + headWidth / 2
 * form the pairs, as in Hugging Face's weights. The gradient turns back.
 */
export function rotate(x_NC, angles) {
    const turn = tf.customGrad((x, save) => {
        // What the gradient needs and does not save is freed before it is asked for.
        save([angles.cos, angles.sin]);
        return {
            value: turned(x, angles, 1),
            gradFunc: (dy, saved) => {
                const [cos, sin] = saved;
                return turned(dy, { cos, sin }, -1);
            },
        };
    });
    return turn(x_NC);
}
function turned(x_NC, { cos, sin }, direction) {
    if (cos.shape.length === 2) {
        return heapRotate({ x: x_NC, cos: cos, sin: sin }, { direction })[0];
    }
    return tf.tidy(() => {
        const [rows, channels] = x_NC.shape;
        const width = cos.shape[2];
        const heads = channels / width;
        const half = width / 2;
        const x = tf.reshape(x_NC, [rows, heads, width]);
        const swapped = tf.concat([tf.slice(x, [0, 0, half], [rows, heads, half]), tf.slice(x, [0, 0, 0], [rows, heads, half])], 2);
        const across = tf.mul(swapped, direction === 1 ? sin : tf.neg(sin));
        return tf.reshape(tf.add(tf.mul(x, cos), across), [rows, channels]);
    });
}
const heapRotate = heapOperation('Rotate', ({ kernels, address, output }, { x, cos, sin }, { direction }) => {
    const [rows, channels] = x.shape;
    const half = cos.shape[1];
    const y = output([rows, channels]);
    const places = [x, cos, sin, y].map(address);
    kernels['rotate']?.(...places, rows, channels / (2 * half), half, direction);
    return [y];
});
