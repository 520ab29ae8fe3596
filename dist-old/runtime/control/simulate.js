import { Controller } from "./controller.js";
import { SimulatedCurricula } from "./simulate-curricula.js";
/** A test that has not ended by then never will: at this many steps only a length beyond any real run could still end it. */
const longest = 100_000;
/**
 * Runs a test of a pipeline's control logic: the given metrics, the real controller, no model.
 * A suite's metrics are read when the test's graph evaluates the suite, or at every step where it
 * never does. Where a mixture has a curriculum, its entries are drawn as in a run and pass at the rate that
 * `task.ENTRY.correct` is given. `tokens.sampled`, where given, counts as the step's tokens. `transition` is the end
 * of any stage; `end` is that of the run, by its last stage or by a guard.
 */
export function simulate(test) {
    const started = performance.now();
    const controller = new Controller(test.graph);
    const happened = {
        reset: [],
        guard: [],
        transition: [],
        end: [],
        checkpoint: [],
        evaluate: [],
        curriculum: [],
        audit: [],
    };
    const curricula = new SimulatedCurricula(test.graph);
    const suites = new Set(test.graph.nodes.flatMap((node) => (node.kind === 'evaluate' ? [node.config.suite] : [])));
    let stopped = null;
    while (!controller.done && stopped === null && controller.steps < longest) {
        const { step } = controller;
        const due = new Set(controller.evaluationsDue().map((node) => node.config.suite));
        if (due.size > 0)
            happened.evaluate.push(step);
        const metrics = givenAt(test, step, (suite) => !suites.has(suite) || due.has(suite));
        const { levels, learn } = curricula.step(controller, metrics);
        const decisions = controller.observe({
            metrics: { ...levels, ...metrics },
            tokens: metrics['tokens.sampled'] ?? 0,
        });
        const rolledBack = decisions.some((one) => (one.kind === 'guard' || one.kind === 'stop') && one.rollback);
        if (!rolledBack && learn())
            happened.curriculum.push(step);
        for (const event of new Set(decisions.flatMap(eventsOf)))
            happened[event].push(step);
        const stop = decisions.find((decision) => decision.kind === 'stop');
        if (stop)
            stopped = stop.why;
    }
    const { steps } = controller;
    const error = controller.done || stopped !== null
        ? null
        : `stage '${controller.stage?.id ?? ''}' does not end with the given metrics (${longest} steps tried): give it a length, such as 'for 100 steps'`;
    const ended = stopped ?? `the run ended after step ${steps}`;
    const expectations = test.expect.map((expectation) => judge(expectation, happened[expectation.event], steps, ended));
    return {
        name: test.name,
        passed: error === null && expectations.every(({ passed }) => passed),
        at: test.at,
        steps,
        milliseconds: performance.now() - started,
        expectations,
        error,
    };
}
/** The given metrics that have a reading at a step. The first dotted part of a suite's metric is its name. */
function givenAt(test, step, evaluated) {
    const metrics = {};
    for (const { metric, values } of test.given) {
        const value = values.filter(({ from }) => from <= step).at(-1)?.value;
        const suite = metric.split('.')[0] ?? '';
        const ofSuite = Object.hasOwn(test.graph.suites, suite);
        if (value !== undefined && (!ofSuite || evaluated(suite)))
            metrics[metric] = value;
    }
    return metrics;
}
function eventsOf(decision) {
    if (decision.kind === 'audit')
        return decision.finding.diverges ? ['audit'] : [];
    if (decision.kind === 'stop')
        return ['guard', 'end'];
    if (decision.kind === 'transition' && decision.to === null)
        return ['transition', 'end'];
    return [decision.kind];
}
function judge({ event, steps: expected, text, line }, got, steps, ended) {
    const passed = expected.length === got.length && expected.every((step, i) => step === got[i]);
    const wanted = expected.length === 0 ? `no ${event}` : `${event} at ${expected.join(', ')}`;
    const was = got.length === 0 ? 'none' : listed(got);
    const late = expected.some((step) => step > steps) ? `; ${ended}` : '';
    const explanation = passed ? `${wanted}, as expected` : `expected ${wanted}; got ${was}${late}`;
    return { text, line, passed, expected, got, explanation };
}
/** The first steps of a long list, and how many more there are. */
function listed(steps, most = 12) {
    if (steps.length <= most)
        return steps.join(', ');
    return `${steps.slice(0, most).join(', ')} and ${steps.length - most} more`;
}
