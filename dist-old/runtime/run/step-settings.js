import { countAt, valueAt } from "../control/index.js";
import { shapingAt } from "../stages/shape.js";
import { optimizerSettings } from "./training.js";
/** Every schedule of the stage at the start of the step: pipeline steps and tokens done so far. */
export function readSchedules({ controller, limits }, plan) {
    const at = controller.point;
    const { sample, rollout, shape, update } = plan;
    const { clip, correction, kl, entropy } = update.config;
    const temperature = valueAt(rollout.config.temperature, at);
    const maxTokens = countAt(rollout.config.maxTokens, at);
    const klCoefficient = controller.klCoefficient() ?? 0;
    const inLoss = kl?.in === 'loss' && klCoefficient > 0;
    const loss = {
        aggregation: update.config.aggregation,
        divisor: update.config.divisor ?? maxTokens,
        surrogate: update.config.surrogate,
        ratio: update.config.ratio,
        clip: clipAt(clip, at),
        kl: inLoss ? { estimate: kl, coefficient: klCoefficient } : null,
        entropy: valueAt(entropy, at),
        optimizer: optimizerSettings(controller, update),
        temperature,
        maxRows: limits.rows,
    };
    const sampling = {
        samples: countAt(rollout.config.samples, at),
        topP: valueAt(rollout.config.topP, at),
        temperature,
        maxTokens,
        maxSequences: limits.sequences,
    };
    return {
        prompts: countAt(sample.config.prompts, at),
        sampling,
        shaping: shapingAt(shape.config, at),
        klCoefficient,
        correction: correction && correctionAt(correction, at),
        updates: countAt(update.config.updates, at),
        loss,
    };
}
function clipAt({ low, high, dual }, at) {
    return { low: valueAt(low, at), high: valueAt(high, at), dual: dual && valueAt(dual, at) };
}
function correctionAt({ method, low, high }, at) {
    return { method, low: valueAt(low, at), high: valueAt(high, at) };
}
