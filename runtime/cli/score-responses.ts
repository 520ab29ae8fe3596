import { valueAt } from '../control/index.ts';
import { stagePlan, type Graph, type MixtureEntry, type ReinforcePlan } from '../graph/index.ts';
import { ExitCode, ProrlError } from '../errors.ts';
import { disagrees, summarise, type ScoredResponse, type ScoreReport } from '../report/score-report.ts';
import type { OpenTask, OpenVerifier } from '../sources/opened.ts';
import { openTask, openVerifier } from '../sources/open.ts';
import { shapeReward, shapingAt } from '../stages/shape.ts';
import { findLibraries } from '../tasks/packages.ts';
import { VerifierFailure } from '../tasks/verifier-failure.ts';
import { readResponses, type RecordedResponse } from './recorded-responses.ts';

/**
 * Judges recorded responses with the verifiers and the shaping of a pipeline's stage. Throws ProrlError where the
 * file cannot be read, and what a verifier throws.
 */
export async function scoreResponses(
  file: string,
  { graph, baseFolder }: { graph: Graph; baseFolder: string },
  stage: string | undefined,
): Promise<ScoreReport> {
  const plan = chooseStage(graph, stage);
  const { entries } = graph.mixtures[plan.sample.config.mixture]!;
  const records = readResponses(
    file,
    entries.map((entry) => entry.name),
  );
  const around = {
    baseFolder,
    libraries: findLibraries(
      graph.libraries.map(({ name }) => name),
      baseFolder,
    ),
  };
  const open = new Map<string, OpenTask | OpenVerifier>();
  const { verifier } = plan.score.config;
  const judgeOf = async (entry: MixtureEntry): Promise<OpenTask | OpenVerifier> => {
    const key = verifier === null ? entry.name : '';
    const known = open.get(key);
    if (known !== undefined) return known;
    const opened =
      verifier === null ? await openTask(entry.task, around) : await openVerifier(verifier, around);
    open.set(key, opened);
    return opened;
  };
  try {
    const responses: ScoredResponse[] = [];
    for (const record of records) {
      const entry = entries.find(({ name }) => name === record.task)!;
      responses.push(await scoreOne(record, await judgeOf(entry), plan));
    }
    return {
      format: 'prorl-score/1',
      pipeline: graph.pipeline,
      stage: plan.id,
      responses,
      summary: summarise(responses),
    };
  } finally {
    for (const one of open.values()) await one.close?.();
  }
}

async function scoreOne(
  record: RecordedResponse,
  judge: OpenTask | OpenVerifier,
  plan: ReinforcePlan,
): Promise<ScoredResponse> {
  const { prompt, answer, data, response, line, task } = record;
  const { timeout } = plan.score.config;
  const problem = { prompt, answer, ...(data === undefined ? {} : { data }) };
  const limit = timeout === null ? null : timeout * 1000;
  const verdict = await Promise.resolve(judge.verify(problem, response, undefined, limit)).catch(
    (cause: unknown) => {
      if (!(cause instanceof VerifierFailure)) throw cause;
      throw new ProrlError(`Line ${line} could not be judged: ${cause.message}`, {
        exitCode: ExitCode.runFailed,
        hint: `It is the verifier of ${task} that failed, not the answer.`,
        cause,
      });
    },
  );
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
    differs:
      disagrees(recorded.score, verdict.score) ||
      disagrees(recorded.correct, verdict.correct) ||
      disagrees(recorded.reward, reward),
  };
}

/** Schedules that follow tokens or a metric are read at their start: a record does not say where those stood. */
function rewardOf(record: RecordedResponse, score: number, { shape, rollout }: ReinforcePlan): number {
  const at = { steps: Math.max(0, (record.step ?? 1) - 1), tokens: 0, metrics: {} };
  const response = { score, truncated: record.truncated ?? false, length: record.tokens ?? 0 };
  return shapeReward(
    shapingAt(shape.config, at),
    response,
    Math.round(valueAt(rollout.config.maxTokens, at)),
  );
}

function chooseStage(graph: Graph, stage: string | undefined): ReinforcePlan {
  const plans = graph.stages.map(({ id }) => stagePlan(graph, id));
  const found = plans.filter((one): one is ReinforcePlan => one.kind === 'reinforce');
  const chosen = stage === undefined ? found[0] : found.find(({ id }) => id === stage);
  if (chosen !== undefined) return chosen;
  throw new ProrlError(
    stage === undefined
      ? `The pipeline ${graph.pipeline} has no reinforce stage, and so no reward.`
      : `The pipeline ${graph.pipeline} has no reinforce stage ${stage}.`,
    {
      exitCode: ExitCode.usage,
      hint:
        found.length === 0
          ? 'Name a pipeline that has one.'
          : `It has ${found.map(({ id }) => id).join(', ')}.`,
    },
  );
}
