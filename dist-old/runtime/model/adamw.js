import { tf } from "../tensor/tf.js";
import { adamStep, sumOfSquares } from "./ops/adam-step.js";
/** Adam with decoupled weight decay (Loshchilov and Hutter 2019, arXiv:1711.05101, algorithm 2). */
export class AdamW {
    policy;
    options;
    moments;
    steps = 0;
    constructor(policy, options = {}) {
        this.policy = policy;
        this.options = {
            beta1: options.beta1 ?? 0.9,
            beta2: options.beta2 ?? 0.999,
            epsilon: options.epsilon ?? 1e-8,
        };
        this.moments = new Map([...policy.weights].map(([name, weight]) => [
            name,
            { m: tf.zeros(weight.shape), v: tf.zeros(weight.shape) },
        ]));
    }
    /** Number of updates since the start or the last `clear`. */
    get count() {
        return this.steps;
    }
    /** One update. The gradients stay the caller's. */
    async step(gradients, { rate, weightDecay = 0, clipNorm }) {
        const gradientOf = (name) => {
            const gradient = gradients.get(name);
            if (gradient === undefined)
                throw new RangeError(`no gradient for the weight ${name}`);
            return gradient;
        };
        const gradNorm = await normOf([...this.moments.keys()].map(gradientOf));
        if (!Number.isFinite(gradNorm))
            return { gradNorm, skipped: true };
        this.steps++;
        const scale = Math.min(1, (clipNorm ?? Infinity) / gradNorm);
        for (const [name, moments] of this.moments) {
            const weight = this.policy.weight(name);
            const next = adamStep(weight, moments, gradientOf(name), {
                ...this.options,
                step: this.steps,
                rate,
                scale,
                decay: weight.rank > 1 ? rate * weightDecay : 0,
            });
            moments.m = next.m;
            moments.v = next.v;
            weight.assign(next.weight);
            next.weight.dispose();
        }
        return { gradNorm, skipped: false };
    }
    /** Forgets the moments and the step count, as a reset of the optimizer does. */
    clear() {
        this.steps = 0;
        for (const moments of this.moments.values()) {
            moments.m = replaced(moments.m, tf.zerosLike(moments.m));
            moments.v = replaced(moments.v, tf.zerosLike(moments.v));
        }
    }
    async state() {
        const tensors = new Map();
        for (const [name, { m, v }] of this.moments) {
            const [mData, vData] = (await Promise.all([m.data(), v.data()]));
            // TensorFlow may change these tensors in place at the next step.
            tensors.set(`m.${name}`, { shape: m.shape, data: mData.slice() });
            tensors.set(`v.${name}`, { shape: v.shape, data: vData.slice() });
        }
        return { step: this.steps, tensors };
    }
    /** Takes a state that `state` gave; one that does not fit is refused whole. */
    restore({ step, tensors }) {
        const data = [...this.moments].map(([name, { m, v }]) => ({
            m: storedFor(`m.${name}`, m, tensors),
            v: storedFor(`v.${name}`, v, tensors),
        }));
        this.steps = step;
        [...this.moments.values()].forEach((moments, i) => {
            const { m, v } = data[i];
            moments.m = replaced(moments.m, tf.tensor(m.slice(), moments.m.shape));
            moments.v = replaced(moments.v, tf.tensor(v.slice(), moments.v.shape));
        });
    }
    dispose() {
        for (const { m, v } of this.moments.values())
            tf.dispose([m, v]);
    }
}
/** Euclidean norm of all of them together. */
async function normOf(tensors) {
    const squares = tf.tidy(() => tf.stack(tensors.map(sumOfSquares)));
    const values = await squares.data();
    squares.dispose();
    return Math.sqrt([...values].reduce((sum, value) => sum + value, 0));
}
function storedFor(name, like, tensors) {
    const stored = tensors.get(name);
    if (stored === undefined || stored.data.length !== like.size) {
        throw new RangeError(`the optimizer's state has no fitting tensor ${name}`);
    }
    return stored.data;
}
function replaced(before, after) {
    before.dispose();
    return after;
}
