import { evaluate, suiteReadings } from "../stages/evaluate.js";
import { fromJsonNumber } from "../control/index.js";
import { figures } from "./events.js";
import { emit } from "./run.js";
/**
 * Measures a suite and logs it. `known`: its figures where it was measured after this very step; evaluation is
 * a function of the policy, so they need not be found again.
 */
export async function measureSuite(run, suite, phase, step, known) {
    const held = run.suites.get(suite);
    const { training } = run;
    const progress = (done, of) => run.options.onProgress?.({ phase: 'evaluate', step, done, of, suite });
    const measured = known ?? jsonFigures(await evaluate(training, held, training.seed, training.limits.sequences, progress));
    emit(run, { event: 'evaluate', step, seconds: run.seconds(), suite, phase, figures: measured });
    return measured;
}
/** A suite's figures under the names by which triggers and schedules know them. */
export function readingsOfSuite(suite, { all, tasks, domains }) {
    return suiteReadings(suite, {
        all: plainNumbers(all),
        tasks: mapped(tasks, plainNumbers),
        domains: mapped(domains, plainNumbers),
    });
}
/** Figures as they were before they were written as JSON. */
export function plainNumbers(values) {
    return mapped(values, fromJsonNumber);
}
function jsonFigures({ all, tasks, domains }) {
    return { all: figures(all), tasks: mapped(tasks, figures), domains: mapped(domains, figures) };
}
function mapped(record, to) {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}
