import { ExitCode, ProrlError } from "../errors.js";
import { stagePlan } from "../graph/index.js";
/**
 * Refuses a suite that poses what the data sets of the training hold: its figures would tell what was learnt by heart.
 * Compared are the prompts themselves, so that it does not matter which files the rows are in. Throws a ProrlError.
 */
export function checkOverlap(graph, tasks, suites) {
    const mixtures = new Set(graph.stages.map(({ id }) => stagePlan(graph, id).sample.config.mixture));
    const trained = new Set([...mixtures].flatMap((name) => graph.mixtures[name].entries).map(tasks));
    for (const suite of suites.values()) {
        for (const { name, stock } of trained) {
            if (stock === undefined)
                continue;
            const both = suite.prompts.filter(({ task, problem }) => stock.trainsOn(task.stock?.keyOf(problem) ?? problem.prompt));
            const [first] = both;
            if (first === undefined)
                continue;
            const excerpt = first.problem.prompt.replace(/\s+/g, ' ').slice(0, 60);
            throw new ProrlError(`The suite ${suite.name} poses ${both.length} of its ${suite.prompts.length} problems from the rows that ${name} trains on, such as "${excerpt}" (of ${first.entry}).`, {
                exitCode: ExitCode.pipeline,
                hint: `Name what the suite draws from in ${name}, as heldout: "SPLIT OR FILE": its rows are then left out of the training.`,
            });
        }
    }
}
