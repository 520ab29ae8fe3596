import { randomStream, valueAt, MixtureSampler } from "../control/index.js";
import { ExitCode, ProrlError } from "../errors.js";
import { levelSettings, stagePlan } from "../graph/index.js";
import { checkDemonstrable } from "../stages/demonstrate.js";
import { drawSuite } from "../stages/evaluate.js";
import { checkContext, makePrompt } from "../stages/sample.js";
import { drawProblem } from "../tasks/draw.js";
import { VerifierFailure } from "../tasks/verifier-failure.js";
/** Problems of each entry that are tried against the model's context before the run. */
const TRIED = 32;
/**
 * Finds before the run what would break in the middle of it: a task whose settings pose no problem, prompts
 * that do not fit into the context with the longest response, a task that a supervised stage cannot
 * demonstrate, a best checkpoint that nothing keeps.
 */
export async function checkStages(graph, from) {
    const { tasks } = from;
    const keptBy = new Set(graph.nodes.flatMap((node) => (node.kind === 'checkpoint' ? [node.config.keepBestBy] : [])));
    for (const { id } of graph.stages) {
        const plan = stagePlan(graph, id);
        const { entries } = graph.mixtures[plan.sample.config.mixture];
        if (plan.kind === 'supervised') {
            const slips = plan.demonstrate.config.slips.pieces.some((p) => p.shape === 'cycle' || p.start > 0 || p.end > 0);
            for (const entry of entries)
                checkDemonstrable(tasks(entry), slips);
        }
        const longest = plan.kind === 'reinforce' ? largest(plan.rollout.config.maxTokens) : 0;
        for (const entry of entries) {
            const task = tasks(entry);
            const random = randomStream(graph.seed, 'check', id, entry.name);
            const problems = [];
            for (const settings of levelSettings(entry)) {
                for (let i = 0; i < TRIED; i++)
                    problems.push(await drawProblem(task, settings, 'train', random));
            }
            for (const n of task.stock?.longest ?? [])
                problems.push(await task.stock.problem('train', n));
            if (plan.kind === 'reinforce')
                await checkJudge(task, problems[0]);
            checkContext(problems.map((problem) => makePrompt(entry.name, task, problem, from.tokenizer)), longest, from.context);
        }
        for (const { config } of plan.resets) {
            if (config.to.source === 'current' || keptBy.has(config.to.metric))
                continue;
            throw new ProrlError(`Stage ${id} resets to the best checkpoint by ${config.to.metric}, which no checkpoint keeps.`, {
                exitCode: ExitCode.pipeline,
                hint: `Add \`keep best by ${config.to.metric}\` to a checkpoint of the pipeline, or reset to current.`,
            });
        }
    }
}
/** Draws the held-out problems of every suite, and checks that they fit into the model's context. */
export async function drawSuites(graph, from) {
    const suites = new Map();
    for (const [name, suite] of Object.entries(graph.suites)) {
        const mixture = graph.mixtures[suite.mixture];
        const held = await drawSuite(name, suite, mixture, startWeights(mixture), { ...from, seed: graph.seed });
        checkContext(held.prompts, suite.maxTokens, from.context);
        suites.set(name, held);
    }
    return suites;
}
/** Asks for a verdict on an empty response, so that what a verifier lacks is told before the run. */
async function checkJudge(task, problem) {
    try {
        await task.verify(problem, '');
    }
    catch (cause) {
        if (!(cause instanceof VerifierFailure))
            throw cause;
        // What may well work the next time is for the run to deal with, as its pipeline says.
        if (cause.retryable)
            return;
        throw new ProrlError(cause.message, {
            exitCode: ExitCode.environment,
            ...(cause.hint === undefined ? {} : { hint: cause.hint }),
            cause,
        });
    }
}
export function makeSamplers(graph) {
    return new Map(Object.entries(graph.mixtures).map(([name, mixture]) => [
        name,
        new MixtureSampler(name, mixture, graph.seed),
    ]));
}
/** The weights at the first step; 0 for what comes in later. */
function startWeights(mixture) {
    const point = { steps: 0, tokens: 0, metrics: {} };
    return mixture.entries.map((entry) => (entry.from > 1 ? 0 : valueAt(entry.weight, point)));
}
/** The largest value that a schedule ever takes: pieces are monotonous. */
function largest({ pieces }) {
    return Math.max(...pieces.flatMap((piece) => (piece.shape === 'cycle' ? piece.pieces : [piece]).flatMap((p) => [p.start, p.end])));
}
