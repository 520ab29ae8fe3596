import { tf } from "../tensor/tf.js";
import { tracesGraphs } from "../tensor/traced.js";
import { bucketOf } from "./ops/buckets.js";
import { gatherRows } from "./ops/rows.js";
/** Tokens that a step may copy along; then they are moved to the store. */
const windowLength = 16;
const masked = -1e30;
/**
 * A cache made of plain operations, for any backend. Each sequence has a store, which begins with its prompt's
 * keys, and a short window that every step writes anew; when the window is full it is moved to the store, whose
 * length grows in steps, so that shapes come back. It takes the rows of the prompts it needs and leaves
 * `prompts` alone.
 */
export class WindowedCache {
    config;
    layers;
    /** Slots of the store in use, and those it has. */
    used;
    capacity;
    /** Tokens in the window. */
    filled = 0;
    /** Tokens of each row's prompt. Rows beyond those asked for are padding. */
    lengths_A;
    promptLength;
    storeMask;
    step;
    pending = [];
    constructor(config, prompts, promptOfRow_A) {
        this.config = config;
        this.promptLength = sizeOf(Math.max(...prompts.lengths_P));
        this.used = this.promptLength;
        this.capacity = this.promptLength;
        const promptOf = padRows(promptOfRow_A);
        this.lengths_A = promptOf.map((p) => prompts.lengths_P[p]);
        const T = this.promptLength;
        const { keyValueHeads, headWidth } = config;
        const rows = new Int32Array(promptOf.length * keyValueHeads * T);
        promptOf.forEach((p, a) => {
            const start = prompts.starts_P[p];
            for (let h = 0; h < keyValueHeads; h++) {
                for (let t = 0; t < prompts.lengths_P[p]; t++) {
                    rows[(a * keyValueHeads + h) * T + t] = (start + t) * keyValueHeads + h;
                }
            }
        });
        const index = tf.tensor1d(rows, 'int32');
        const spread = (packed_NK) => tf.tidy(() => tf.reshape(gatherRows(tf.reshape(packed_NK, [-1, headWidth]), index), [-1, T, headWidth]));
        this.layers = prompts.keys_NK.map((keys, layer) => ({
            store: [spread(keys), spread(prompts.values_NK[layer])],
            window: this.emptyWindow(),
        }));
        index.dispose();
        this.storeMask = this.maskOfStore();
    }
    get rows() {
        return this.lengths_A.length;
    }
    begin() {
        if (this.filled === windowLength)
            this.moveWindow();
        const place = new Float32Array(windowLength);
        place[this.filled] = 1;
        const mask = new Float32Array(windowLength).fill(masked);
        mask.fill(0, 0, this.filled + 1);
        this.step = {
            place: tf.tensor3d(place, [1, windowLength, 1]),
            others: tf.tensor3d(place.map((one) => 1 - one), [1, windowLength, 1]),
            mask: tf.tensor4d(mask, [1, 1, 1, windowLength]),
        };
    }
    tensors(layer) {
        const { store, window } = this.layers[layer];
        return [...Object.values(this.step ?? {}), this.storeMask, ...store, ...window];
    }
    attend(layer, q_AC, k_AK, v_AK) {
        const { heads, keyValueHeads, headWidth } = this.config;
        if (this.step === undefined)
            throw new RangeError('the step has not begun');
        const { place, others, mask } = this.step;
        const A = this.rows;
        const B = A * keyValueHeads;
        const perGroup = heads / keyValueHeads;
        const { store, window } = this.layers[layer];
        const added = (before, x_AK) => tf.add(tf.mul(before, others), tf.mul(tf.reshape(x_AK, [B, 1, headWidth]), place));
        const [keys, values] = [added(window[0], k_AK), added(window[1], v_AK)];
        this.pending = [keys, values];
        const q = tf.reshape(tf.mul(q_AC, 1 / Math.sqrt(headWidth)), [B, perGroup, headWidth]);
        const scores = (with_, mask) => tf.add(tf.reshape(tf.matMul(q, with_, false, true), [A, keyValueHeads, perGroup, -1]), mask);
        const all = tf.concat([scores(store[0], this.storeMask), scores(keys, mask)], 3);
        const weights = tf.reshape(tf.softmax(all), [B, perGroup, -1]);
        const C = store[0].shape[1];
        const old = tf.slice(weights, [0, 0, 0], [B, perGroup, C]);
        const recent = tf.slice(weights, [0, 0, C], [B, perGroup, windowLength]);
        const mixed = tf.add(tf.matMul(old, store[1]), tf.matMul(recent, values));
        return tf.reshape(mixed, [A, heads * headWidth]);
    }
    grown() {
        return this.pending;
    }
    keep(layer, grown) {
        const cache = this.layers[layer];
        tf.dispose([...cache.window]);
        const [keys, values] = grown;
        cache.window = [tf.keep(keys), tf.keep(values)];
    }
    end() {
        this.filled++;
        this.freeStep();
    }
    retain(rows) {
        const padded = padRows(rows);
        this.lengths_A = padded.map((row) => this.lengths_A[row]);
        const index = tf.tensor1d(padded, 'int32');
        const kept = (x) => {
            const [, T, d] = x.shape;
            const result = tf.tidy(() => tf.reshape(tf.gather(tf.reshape(x, [-1, this.config.keyValueHeads * T * d]), index), [-1, T, d]));
            x.dispose();
            return result;
        };
        for (const cache of this.layers) {
            cache.store = [kept(cache.store[0]), kept(cache.store[1])];
            cache.window = [kept(cache.window[0]), kept(cache.window[1])];
        }
        index.dispose();
        this.renewMask();
    }
    dispose() {
        for (const { store, window } of this.layers)
            tf.dispose([...store, ...window]);
        this.storeMask.dispose();
        this.freeStep();
    }
    freeStep() {
        if (this.step !== undefined)
            tf.dispose(Object.values(this.step));
        this.step = undefined;
    }
    moveWindow() {
        const { used } = this;
        this.used = used + windowLength;
        this.capacity = Math.max(this.capacity, this.promptLength + storeSize(this.used - this.promptLength));
        const moved = (store, window) => {
            const [B, , d] = store.shape;
            const result = tf.tidy(() => {
                const before = tf.slice(store, [0, 0, 0], [B, used, d]);
                const rest = this.capacity - this.used;
                return tf.concat(rest === 0 ? [before, window] : [before, window, tf.zeros([B, rest, d])], 1);
            });
            store.dispose();
            return tf.keep(result);
        };
        for (const cache of this.layers) {
            cache.store = [moved(cache.store[0], cache.window[0]), moved(cache.store[1], cache.window[1])];
        }
        this.filled = 0;
        this.renewMask();
    }
    renewMask() {
        this.storeMask.dispose();
        this.storeMask = this.maskOfStore();
    }
    /** 0 where the store has a token of the row, very negative elsewhere: [A, 1, 1, C]. */
    maskOfStore() {
        const C = this.capacity;
        const mask = new Float32Array(this.rows * C).fill(masked);
        this.lengths_A.forEach((length, a) => {
            mask.fill(0, a * C, a * C + length);
            mask.fill(0, a * C + this.promptLength, a * C + this.used);
        });
        return tf.keep(tf.tensor4d(mask, [this.rows, 1, 1, C]));
    }
    emptyWindow() {
        const shape = [
            this.rows * this.config.keyValueHeads,
            windowLength,
            this.config.headWidth,
        ];
        return [tf.zeros(shape), tf.zeros(shape)];
    }
}
/** Room for that many tokens after the prompt: whole windows, in few sizes where many are wanted. */
function storeSize(tokens) {
    return windowLength * sizeOf(tokens / windowLength);
}
function sizeOf(size) {
    return tracesGraphs() ? bucketOf(size) : size;
}
/** As many rows as shapes come back with; those of padding repeat the first. */
function padRows(rows) {
    const padded = new Int32Array(sizeOf(rows.length)).fill(rows[0]);
    padded.set(rows);
    return padded;
}
