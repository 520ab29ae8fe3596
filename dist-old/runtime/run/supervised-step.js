import { countAt, drawMetrics, randomStream, valueAt } from "../control/index.js";
import { demonstrate } from "../stages/demonstrate.js";
import { imitate } from "../stages/imitate.js";
import { posePrompts } from "../stages/sample.js";
import { miniBatches } from "../stages/update.js";
import { optimizerSettings } from "./training.js";
/** One supervised step: worked solutions of the mixture's problems, then cross entropy against them. */
export async function supervisedStep(training, plan) {
    const { seed, controller, policy, tokenizer, limits } = training;
    const step = controller.step;
    const optimizer = optimizerSettings(controller, plan.update);
    const slips = valueAt(plan.demonstrate.config.slips, controller.point);
    // 1. Sample: the mixture draws tasks, each poses its next problem.
    const { mixture } = plan.sample.config;
    const sampler = training.samplers.get(mixture);
    const requested = sampler.requested(controller.point);
    const draws = sampler.draw(countAt(plan.sample.config.prompts, controller.point), controller.point);
    const prompts = await posePrompts(draws, { ...training, mixture });
    // 2. Demonstrate: a worked solution each, some of them with a slip.
    const { demonstrations, slipped } = demonstrate(prompts, slips, tokenizer, randomStream(seed, 'slips', step));
    // 3. Update: -mean log p(solution | prompt), then AdamW, for each mini-batch.
    const shuffled = randomStream(seed, 'shuffle', step).shuffle(demonstrations);
    const updates = [];
    for (const miniBatch of miniBatches(shuffled, countAt(plan.update.config.updates, controller.point))) {
        updates.push(await imitate(policy, training.optimizer, miniBatch, {
            aggregation: plan.update.config.aggregation,
            optimizer,
            maxRows: limits.rows,
        }));
    }
    const tokens = demonstrations.reduce((sum, { response }) => sum + response.length, 0);
    const total = (of) => updates.reduce((sum, update) => sum + of(update), 0);
    return {
        metrics: {
            loss: total((update) => update.loss) / updates.length,
            'grad.norm': total((update) => update.gradNorm) / updates.length,
            rate: optimizer.rate,
            'accuracy.token': total((update) => update.mostLikely) / tokens,
            slips: slipped / demonstrations.length,
            'tokens.sampled': tokens,
            ...drawMetrics(sampler, draws, requested),
        },
        tokens,
        passed: [],
        samples: () => [],
        warnings: updates.some((update) => update.skipped)
            ? [`A gradient of step ${step} was not finite: its update was left out.`]
            : [],
    };
}
