import { ExitCode, ProrlError } from "../errors.js";
import { tf } from "../tensor/tf.js";
function diverged() {
    return new ProrlError('The policy gives scores that are not finite: its weights have diverged.', {
        exitCode: ExitCode.runFailed,
        hint: 'Lower the rate or max_grad_norm, or hold the policy closer by a KL term, and start again; a guard that rolls back early (`guard when kl.mean > 2 { rollback }`) keeps a run from getting there.',
    });
}
/** The probabilities, of each row, that tokens are drawn with at a temperature; at temperature 0 those at 1. */
export function probabilitiesOf(logits_AV, temperature) {
    return tf.softmax(temperature === 0 || temperature === 1 ? logits_AV : tf.mul(logits_AV, 1 / temperature));
}
/**
 * Draws by the probabilities of one row. The same probabilities and the same `uniform` give the same token;
 * ProrlError where they are none, because the scores they came from were not finite.
 */
export function draw(probabilities_V, uniform, options) {
    let total = 0;
    for (let i = 0; i < probabilities_V.length; i++)
        total += probabilities_V[i];
    // Rounding leaves the sum within a thousandth of 1, also over a large vocabulary.
    if (!(Math.abs(total - 1) < 1e-3))
        throw diverged();
    const token = drawn(probabilities_V, total, uniform, options);
    return { token, logprob: Math.log(probabilities_V[token] / total) };
}
function drawn(probabilities, total, uniform, { temperature, topP }) {
    if (temperature === 0)
        return likeliest(probabilities);
    if (topP >= 1)
        return pick(probabilities, uniform * total) ?? likeliest(probabilities);
    return pickNucleus(probabilities, total, uniform, topP);
}
function likeliest(probabilities) {
    let best = 0;
    for (let i = 1; i < probabilities.length; i++) {
        if (probabilities[i] > probabilities[best])
            best = i;
    }
    return best;
}
/** The first token at which the running sum passes `mark`; undefined if rounding leaves none. */
function pick(weights, mark) {
    let sum = 0;
    for (let i = 0; i < weights.length; i++) {
        sum += weights[i];
        if (sum > mark)
            return i;
    }
    return undefined;
}
function pickNucleus(weights, total, uniform, topP) {
    // Tokens below (1 - topP) / V of the probability hold less than 1 - topP together: none is in the nucleus,
    // and few are left to sort.
    const least = (total * (1 - topP)) / weights.length;
    const likely = [];
    for (let i = 0; i < weights.length; i++)
        if (weights[i] >= least)
            likely.push(i);
    const order = likely.sort((a, b) => weights[b] - weights[a] || a - b);
    let held = 0;
    let count = 0;
    while (count < order.length && (count === 0 || held < topP * total)) {
        held += weights[order[count++]];
    }
    let sum = 0;
    for (let i = 0; i < count; i++) {
        const token = order[i];
        sum += weights[token];
        if (sum > uniform * held)
            return token;
    }
    return order[0];
}
/**
 * A stream of uniforms of one sequence's own (Chris Doty-Humphrey's sfc32), seeded by two draws from the
 * rollout's stream: what a sequence draws does not depend on which others are still being decoded.
 */
export function sequenceUniforms(random) {
    let a = Math.floor(random.next() * 2 ** 32);
    let b = Math.floor(random.next() * 2 ** 32);
    let c = 0x9e3779b9;
    let counter = 1;
    const next = () => {
        const sum = (a + b + counter) | 0;
        counter = (counter + 1) | 0;
        a = b ^ (b >>> 9);
        b = (c + (c << 3)) | 0;
        c = (((c << 21) | (c >>> 11)) + sum) | 0;
        return sum >>> 0;
    };
    // The first rounds mix the seed.
    for (let round = 0; round < 12; round++)
        next();
    return () => next() / 2 ** 32;
}
