import { tf } from "../tensor/tf.js";
import { linear } from "./ops/linear.js";
import { rmsNorm } from "./ops/rms-norm.js";
import { rotate } from "./ops/rotary.js";
import { layerName } from "./weight-names.js";
/**
 * Queries, keys and values of every layer by one product each, with one norm and one rotation for queries and
 * keys together. A decoding step is many small operations, and on a backend that runs them one by one their
 * number is what it costs. A copy of the weights as they are when it is made: for one generation.
 */
export class FusedProjections {
    policy;
    layers;
    ones;
    constructor(policy) {
        this.policy = policy;
        this.ones = tf.ones([policy.config.headWidth]);
        this.layers = Array.from({ length: policy.config.layers }, (_, layer) => fuse(policy, layer));
    }
    /** Of N rows: q [N, heads * d] and k [N, keyValueHeads * d], rotated, and v [N, keyValueHeads * d]. */
    project(layer, normed_ND, angles) {
        const { heads, keyValueHeads, headWidth, normEpsilon } = this.policy.config;
        const { weight, bias, gain } = this.layers[layer];
        const [C, K] = [heads * headWidth, keyValueHeads * headWidth];
        const N = normed_ND.shape[0];
        const all = linear(normed_ND, weight, bias);
        let both = tf.slice(all, [0, 0], [N, C + K]);
        if (gain !== undefined) {
            const byHead = tf.reshape(both, [N * (heads + keyValueHeads), headWidth]);
            const unit = rmsNorm(byHead, this.ones, normEpsilon);
            both = tf.reshape(tf.mul(tf.reshape(unit, [N, heads + keyValueHeads, headWidth]), gain), [N, C + K]);
        }
        const turned = rotate(both, angles);
        return [
            tf.slice(turned, [0, 0], [N, C]),
            tf.slice(turned, [0, C], [N, K]),
            tf.slice(all, [0, C + K], [N, K]),
        ];
    }
    /** The tensors that `project` reads at a layer. */
    tensors(layer) {
        const { weight, bias, gain } = this.layers[layer];
        return [this.ones, ...[weight, bias, gain].filter((part) => part !== undefined)];
    }
    dispose() {
        this.ones.dispose();
        for (const { weight, bias, gain } of this.layers) {
            weight.dispose();
            bias?.dispose();
            gain?.dispose();
        }
    }
}
function fuse(policy, layer) {
    const { heads, keyValueHeads, queryKeyNorm } = policy.config;
    const named = (name) => layerName(layer, `self_attn.${name}`);
    const parts = ['q', 'k', 'v'].map((name) => named(`${name}_proj`));
    const biases = parts.flatMap((part) => policy.weights.get(`${part}.bias`) ?? []);
    return tf.tidy(() => {
        const gainOf = (name, count) => tf.tile(tf.expandDims(policy.weight(`${named(name)}.weight`), 0), [count, 1]);
        const gains = queryKeyNorm ? [gainOf('q_norm', heads), gainOf('k_norm', keyValueHeads)] : [];
        return {
            weight: tf.concat(parts.map((part) => policy.weight(`${part}.weight`)), 1),
            bias: biases.length === 0 ? undefined : tf.concat(biases, 0),
            gain: gains.length === 0 ? undefined : tf.concat(gains, 0),
        };
    });
}
