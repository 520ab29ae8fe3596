import { valueAt } from "../control/index.js";
import { stagePlan } from "../graph/index.js";
import { ExitCode, ProrlError } from "../errors.js";
import { disagrees, summarise } from "../report/score-report.js";
import { openTask, openVerifier } from "../sources/open.js";
import { shapeReward, shapingAt } from "../stages/shape.js";
import { findLibraries } from "../tasks/packages.js";
import { VerifierFailure } from "../tasks/verifier-failure.js";
import { readResponses } from "./recorded-responses.js";
/**
 * Judges recorded responses with the verifiers and the shaping of a pipeline's stage. Throws ProrlError where the
 * file cannot be read, and what a verifier throws.
 */
export async function scoreResponses(file, { graph, baseFolder }, stage) {
    const plan = chooseStage(graph, stage);
    const { entries } = graph.mixtures[plan.sample.config.mixture];
    const records = readResponses(file, entries.map((entry) => entry.name));
    const around = {
        baseFolder,
        libraries: findLibraries(graph.libraries.map(({ name }) => name), baseFolder),
    };
    const open = new Map();
    const { verifier } = plan.score.config;
    const judgeOf = async (entry) => {
        const key = verifier === null ? entry.name : '';
        const known = open.get(key);
        if (known !== undefined)
            return known;
        const opened = verifier === null ? await openTask(entry.task, around) : await openVerifier(verifier, around);
        open.set(key, opened);
        return opened;
    };
    try {
        const responses = [];
        for (const record of records) {
            const entry = entries.find(({ name }) => name === record.task);
            responses.push(await scoreOne(record, await judgeOf(entry), plan));
        }
        return {
            format: 'prorl-score/1',
            pipeline: graph.pipeline,
            stage: plan.id,
            responses,
            summary: summarise(responses),
        };
    }
    finally {
        for (const one of open.values())
            await one.close?.();
    }
}
async function scoreOne(record, judge, plan) {
    const { prompt, answer, data, response, line, task } = record;
    const { timeout } = plan.score.config;
    const problem = { prompt, answer, ...(data === undefined ? {} : { data }) };
    const limit = timeout === null ? null : timeout * 1000;
    const verdict = await Promise.resolve(judge.verify(problem, response, undefined, limit)).catch((cause) => {
        if (!(cause instanceof VerifierFailure))
            throw cause;
        throw new ProrlError(`Line ${line} could not be judged: ${cause.message}`, {
            exitCode: ExitCode.runFailed,
            hint: `It is the verifier of ${task} that failed, not the answer.`,
            cause,
        });
    });
    const reward = rewardOf(record, verdict.score, plan);
    const recorded = {
        score: record.score ?? null,
        correct: record.correct ?? null,
        reward: record.reward ?? null,
    };
    return {
        line,
        task,
        score: verdict.score,
        correct: verdict.correct,
        reward,
        recorded,
        differs: disagrees(recorded.score, verdict.score) ||
            disagrees(recorded.correct, verdict.correct) ||
            disagrees(recorded.reward, reward),
    };
}
/** Schedules that follow tokens or a metric are read at their start: a record does not say where those stood. */
function rewardOf(record, score, { shape, rollout }) {
    const at = { steps: Math.max(0, (record.step ?? 1) - 1), tokens: 0, metrics: {} };
    const response = { score, truncated: record.truncated ?? false, length: record.tokens ?? 0 };
    return shapeReward(shapingAt(shape.config, at), response, Math.round(valueAt(rollout.config.maxTokens, at)));
}
function chooseStage(graph, stage) {
    const plans = graph.stages.map(({ id }) => stagePlan(graph, id));
    const found = plans.filter((one) => one.kind === 'reinforce');
    const chosen = stage === undefined ? found[0] : found.find(({ id }) => id === stage);
    if (chosen !== undefined)
        return chosen;
    throw new ProrlError(stage === undefined
        ? `The pipeline ${graph.pipeline} has no reinforce stage, and so no reward.`
        : `The pipeline ${graph.pipeline} has no reinforce stage ${stage}.`, {
        exitCode: ExitCode.usage,
        hint: found.length === 0
            ? 'Name a pipeline that has one.'
            : `It has ${found.map(({ id }) => id).join(', ')}.`,
    });
}
