import { valueAt } from "../control/index.js";
import { AdamW } from "../model/adamw.js";
/**
 * Makes ready for a stage that begins. Between reinforcement stages the reference policy and the
 * optimizer's moments go on: only what the stage says changes, and resets are explicit. Where the kind
 * of stage changes the loss does, so both start afresh: no moments, and a reference that is the policy
 * as the stage finds it.
 */
export async function enterStage(training, plan, before) {
    const fresh = newOptimizer(training.policy, plan);
    if (before?.kind === plan.kind)
        fresh.restore(await training.optimizer.state());
    training.optimizer.dispose();
    training.optimizer = fresh;
    if (before !== null && before.kind !== plan.kind)
        dropReference(training);
    if (plan.update.config.kl !== null && training.reference === null) {
        training.reference = {
            policy: training.policy.clone(),
            origin: { source: 'stage', step: training.controller.steps },
        };
    }
}
/** An optimizer with a stage's settings and no moments. */
export function newOptimizer(policy, plan) {
    const { beta1, beta2, epsilon } = plan.update.config.optimizer;
    return new AdamW(policy, { beta1, beta2, epsilon });
}
/** What the optimizer works with at the start of a step. */
export function optimizerSettings(controller, { config }) {
    const { weightDecay, maxGradNorm } = config.optimizer;
    return {
        rate: controller.rate(),
        weightDecay: valueAt(weightDecay, controller.point),
        ...(maxGradNorm === null ? {} : { clipNorm: valueAt(maxGradNorm, controller.point) }),
    };
}
export function dropReference(training) {
    training.reference?.policy.dispose();
    training.reference = null;
}
