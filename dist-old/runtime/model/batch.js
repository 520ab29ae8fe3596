import { tf } from "../tensor/tf.js";
/** Packs samples in the order given. Samples of one prompt should be neighbours: then it is computed once. */
export function packSamples(samples) {
    if (samples.length === 0)
        throw new RangeError('packSamples: no samples');
    const groups = groupByPrompt(samples);
    const responseLength = Math.max(...samples.map((sample) => sample.response.length));
    const tokens = [];
    const positions = [];
    const roots = [];
    const children = [];
    /** The row that predicts the first token of each sample; those of the rest follow its own rows. */
    const promptRow_B = new Int32Array(samples.length);
    const ownRow_B = new Int32Array(samples.length);
    const push = (ids, count, position) => {
        const start = tokens.length;
        for (let i = 0; i < count; i++) {
            tokens.push(ids[i]);
            positions.push(position + i);
        }
        return start;
    };
    for (const { first, count } of groups) {
        const { prompt, response } = samples[first];
        const start = push(prompt, prompt.length, 0);
        let length = prompt.length;
        for (let b = first; b < first + count; b++)
            promptRow_B[b] = start + prompt.length - 1;
        if (count === 1) {
            ownRow_B[first] = push(response, response.length - 1, prompt.length);
            length += response.length - 1;
        }
        roots.push({ start, length, prefixStart: 0, prefixLength: 0 });
    }
    groups.forEach(({ first, count }, g) => {
        if (count === 1)
            return;
        const root = roots[g];
        for (let b = first; b < first + count; b++) {
            const { response } = samples[b];
            const start = push(response, response.length - 1, root.length);
            ownRow_B[b] = start;
            if (response.length > 1) {
                children.push({
                    start,
                    length: response.length - 1,
                    prefixStart: root.start,
                    prefixLength: root.length,
                });
            }
        }
    });
    const total = samples.reduce((sum, sample) => sum + sample.response.length, 0);
    const headRows_R = new Int32Array(total);
    const targets_R = new Int32Array(total);
    const place_R = new Int32Array(total);
    let r = 0;
    samples.forEach(({ response }, b) => {
        response.forEach((token, t) => {
            headRows_R[r] = t === 0 ? promptRow_B[b] : ownRow_B[b] + t - 1;
            targets_R[r] = token;
            place_R[r] = b * responseLength + t;
            r++;
        });
    });
    return {
        size: samples.length,
        responseLength,
        responseTokens: total,
        rows: tokens.length,
        tokens_N: Int32Array.from(tokens),
        positions_N: Int32Array.from(positions),
        segments: [...roots, ...children],
        headRows_R,
        targets_R,
        place_R,
        lengths_B: Int32Array.from(samples, (sample) => sample.response.length),
    };
}
/**
 * Splits samples, in their order, into batches of at most `maxRows` rows each. Samples of one prompt stay
 * together where they fit; one sample that is longer than that is a batch of its own.
 */
export function packMicroBatches(samples, maxRows) {
    const batches = [];
    let current = [];
    let rows = 0;
    const close = () => {
        if (current.length > 0)
            batches.push(packSamples(current));
        current = [];
        rows = 0;
    };
    for (const { first, count } of groupByPrompt(samples)) {
        const group = samples.slice(first, first + count);
        const promptRows = group[0].prompt.length;
        const groupRows = group.reduce((sum, sample) => sum + sample.response.length - 1, promptRows);
        if (rows + groupRows > maxRows)
            close();
        rows += promptRows;
        for (const sample of group) {
            if (current.length > 0 && rows + sample.response.length - 1 > maxRows) {
                close();
                rows = promptRows;
            }
            current.push(sample);
            rows += sample.response.length - 1;
        }
    }
    close();
    return batches;
}
/** 1 where a response has a token, 0 where it is padding: [B, T]. */
export function maskOf(batch) {
    const mask_BT = new Float32Array(batch.size * batch.responseLength);
    for (const place of batch.place_R)
        mask_BT[place] = 1;
    return tf.tensor2d(mask_BT, [batch.size, batch.responseLength]);
}
function groupByPrompt(samples) {
    const groups = [];
    samples.forEach((sample, b) => {
        if (sample.prompt.length === 0 || sample.response.length === 0) {
            throw new RangeError(`sample ${b} has an empty ${sample.prompt.length === 0 ? 'prompt' : 'response'}`);
        }
        const group = groups.at(-1);
        const before = samples[b - 1];
        if (group !== undefined && before !== undefined && sameTokens(before.prompt, sample.prompt))
            group.count++;
        else
            groups.push({ first: b, count: 1 });
    });
    return groups;
}
function sameTokens(a, b) {
    return a === b || (a.length === b.length && a.every((token, index) => token === b[index]));
}
