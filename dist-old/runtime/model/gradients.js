import { tf } from "../tensor/tf.js";
/** The loss and its gradient in every weight of the policy. Everything else that was computed is freed. */
export function gradientsOf(policy, lossFunction) {
    const nameOf = new Map([...policy.weights].map(([name, weight]) => [weight.name, name]));
    const aside = {};
    const { value, grads } = tf.variableGrads(() => {
        const result = lossFunction();
        if (result instanceof tf.Tensor)
            return result;
        for (const [name, tensor] of Object.entries(result.aside ?? {}))
            aside[name] = tf.keep(tf.clone(tensor));
        return result.loss;
    }, [...policy.weights.values()]);
    const gradients = new Map();
    for (const [variable, gradient] of Object.entries(grads)) {
        const name = nameOf.get(variable);
        // A weight that the loss does not reach has null for a gradient, whatever the type says.
        if (name !== undefined && gradient !== null)
            gradients.set(name, gradient);
    }
    for (const [name, weight] of policy.weights) {
        if (!gradients.has(name))
            gradients.set(name, tf.zerosLike(weight));
    }
    return { loss: value, gradients, aside };
}
/** The sums, over several loss functions, of losses, gradients and by-products: one update from micro-batches. */
export function accumulateGradients(policy, parts) {
    const [first, ...rest] = parts;
    if (first === undefined)
        throw new RangeError('accumulateGradients: no parts');
    let sum = gradientsOf(policy, first);
    for (const part of rest) {
        const next = gradientsOf(policy, part);
        const before = sum;
        sum = addUp(before, next);
        disposeGradients(before);
        disposeGradients(next);
    }
    return sum;
}
/** Frees everything that `gradientsOf` or `accumulateGradients` gave. */
export function disposeGradients({ loss, gradients, aside }) {
    loss.dispose();
    for (const gradient of gradients.values())
        gradient.dispose();
    for (const tensor of Object.values(aside))
        tensor.dispose();
}
function addUp(a, b) {
    const gradients = new Map();
    for (const [name, gradient] of a.gradients) {
        gradients.set(name, tf.add(gradient, b.gradients.get(name)));
    }
    const aside = {};
    for (const [name, tensor] of Object.entries(a.aside)) {
        aside[name] = tf.add(tensor, b.aside[name]);
    }
    return { loss: tf.add(a.loss, b.loss), gradients, aside };
}
