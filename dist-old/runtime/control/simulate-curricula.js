import { countAt } from "./schedule.js";
import { drawMetrics, MixtureSampler } from "./mixture.js";
/** The adaptive mixtures of a test: drawn from as in a run, with pass rates that are given instead of sampled. */
export class SimulatedCurricula {
    samplers;
    constructor({ mixtures, seed }) {
        this.samplers = new Map(Object.entries(mixtures).flatMap(([name, mixture]) => mixture.curriculum === null ? [] : [[name, new MixtureSampler(name, mixture, seed)]]));
    }
    /** The draws of the coming step; without a curriculum there are none. */
    step(controller, given) {
        const plan = controller.stage;
        const sampler = plan === null ? undefined : this.samplers.get(plan.sample.config.mixture);
        if (plan === null || sampler === undefined)
            return { levels: {}, learn: () => false };
        const requested = sampler.requested(controller.point);
        const draws = sampler.draw(countAt(plan.sample.config.prompts, controller.point), controller.point);
        const outcomes = draws.flatMap(({ index, entry }) => {
            const passRate = plan.kind === 'reinforce' ? given[`task.${entry.name}.correct`] : undefined;
            return passRate === undefined ? [] : [{ index, passRate }];
        });
        return {
            levels: drawMetrics(sampler, draws, requested),
            learn: () => sampler.observe(outcomes).length > 0,
        };
    }
}
