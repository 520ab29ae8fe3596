import { tf } from "../tensor/tf.js";
import { heapOperation } from "./kernels/wasm-heap.js";
/**
 * A cache for the WebAssembly backend, written in place: every sequence has a slot of fixed capacity, prompts
 * stay where they were computed and are shared, and a sequence that has ended costs nothing more. It reads
 * `prompts` as long as it lives. Head width must be a multiple of 4.
 */
export class HeapCache {
    config;
    prompts;
    capacity;
    cached;
    longestPrompt;
    /** Of every row: its slot, the first row of its prompt, the rows of that. */
    places;
    /** How many tokens each layer has been given. */
    steps;
    constructor(config, prompts, promptOfRow_A, capacity) {
        this.config = config;
        this.prompts = prompts;
        this.capacity = capacity;
        this.longestPrompt = Math.max(...prompts.lengths_P);
        this.places = Array.from(promptOfRow_A, (p, a) => [
            a,
            prompts.starts_P[p],
            prompts.lengths_P[p],
        ]);
        const shape = [
            promptOfRow_A.length * capacity,
            config.keyValueHeads * config.headWidth,
        ];
        this.cached = prompts.keys_NK.map(() => ({ keys: tf.zeros(shape), values: tf.zeros(shape) }));
        this.steps = prompts.keys_NK.map(() => 0);
    }
    get rows() {
        return this.places.length;
    }
    begin() {
        return;
    }
    tensors() {
        return [];
    }
    /** Nothing: the cache is written in place. */
    grown() {
        return [];
    }
    keep() {
        return;
    }
    end() {
        return;
    }
    attend(layer, q, k, v) {
        const step = this.steps[layer];
        if (step >= this.capacity)
            throw new RangeError(`the cache has room for ${this.capacity} tokens a sequence`);
        this.steps[layer] = step + 1;
        const { keys, values } = this.cached[layer];
        const promptKeys = this.prompts.keys_NK[layer];
        const promptValues = this.prompts.values_NK[layer];
        const places = tf.tensor2d(this.places.flat(), [this.places.length, 3], 'int32');
        const { heads, keyValueHeads, headWidth } = this.config;
        const [mixed] = decodeAttention({ q, k, v, promptKeys, promptValues, keys, values, places }, {
            step,
            capacity: this.capacity,
            heads,
            keyValueHeads,
            headWidth,
            scores: this.longestPrompt + this.capacity,
        });
        places.dispose();
        return mixed;
    }
    retain(rows) {
        this.places = Array.from(rows, (row) => this.places[row]);
    }
    dispose() {
        for (const { keys, values } of this.cached) {
            keys.dispose();
            values.dispose();
        }
    }
}
/** Writes into `keys` and `values`, which nobody but the cache holds. */
const decodeAttention = heapOperation('DecodeAttention', ({ kernels, address, output, scratch }, inputs, { step, capacity, heads, keyValueHeads, headWidth, scores }) => {
    const { q, k, v, promptKeys, promptValues, keys, values, places } = inputs;
    const out = output(q.shape);
    kernels['decodeAttention']?.(...[q, k, v, out, promptKeys, promptValues, keys, values, places].map(address), q.shape[0], step, capacity, heads, keyValueHeads, headWidth, scratch(scores + 4));
    return [out];
});
