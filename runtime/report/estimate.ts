import type { Graph } from '../graph/graph.ts';
import { loadOf, limitsWithin, memoryNeeds, type MemoryLimits } from '../graph/memory.ts';
import { adapterParameters } from '../graph/lora.ts';
import { memoryLines, type MemoryLine } from '../graph/memory-arithmetic.ts';
import { stagePlan } from '../graph/resolve.ts';
import type { Schedule } from '../graph/schedule.ts';
import { greatest } from '../graph/schedule-value.ts';
import { bounds } from './bounds.ts';
import { typicalUtilisation, type Machine } from './machine.ts';
import type { ModelSize } from './parameters.ts';

/** What an estimate goes by; every part of it is shown with the result. */
export interface Assumptions {
  /** Null: the size of the model is unknown, so only tokens are estimated. */
  size: ModelSize | null;
  /** Mean length of a response: a share of its limit, or tokens. */
  meanLength: { share: number } | { tokens: number };
  machine: Machine | null;
  /** Shares of an accelerator's peak; null: what is typical of it. */
  rolloutUtilisation: number | null;
  trainingUtilisation: number | null;
  /** Bytes that a run on this machine may take, and the most that its backend does at once. */
  local: { memory: number; most: MemoryLimits };
}

/** Half of the limit: nothing is known before the run, and long-reasoning runs were between a third and two thirds. */
export const defaultMeanLength = { share: 0.5 } as const;

/** A worked solution of the standard tasks, in tokens of a byte-level tokenizer: 10 to 60. */
const solutionTokens = 32;

export interface StageEstimate {
  id: string;
  /** Null: nothing bounds the steps, so the stage is left out of the sums. */
  steps: number | null;
  /** Problems drawn a step, and responses to each; means where a schedule moves them. */
  prompts: number;
  samples: number;
  /** Mean response length over the stage's steps. */
  length: number;
  /** Tokens sampled in rollouts; none where the stage is supervised. */
  rollout: number;
  /** Tokens that the reference policy reads; none where there is no KL term. */
  reference: number;
  /** Tokens that updates are made from, as if no group was filtered. */
  update: number;
  /** Rollouts more a step, at most, in the place of groups that a filter drops; what they sample is left out. */
  refill: number;
}

export interface EvaluationEstimate {
  suite: string;
  times: number | null;
  problems: number;
  samples: number;
  length: number;
  tokens: number;
}

export interface Estimate {
  assumptions: Assumptions;
  stages: StageEstimate[];
  evaluations: EvaluationEstimate[];
  tokens: { rollout: number; evaluation: number; reference: number; update: number };
  /** In bytes; null where the model's size is unknown, or that of its adapters. */
  memory: {
    policy: number;
    /** Numbers that are trained: the parameters, or those of adapters. */
    trained: number;
    gradients: number;
    moments: number;
    reference: number;
    cache: number | null;
  } | null;
  /**
   * What a run on this machine holds, within its bounds, with responses of the mean length; `atMost`: in bytes, were
   * every response as long as its limit. Null where the model's shape is unknown.
   */
  local: { lines: MemoryLine[]; atMost: number; fits: boolean } | null;
  /** Operations of an update by parameter and token: without gradients of the weights fewer. */
  updateFactor: 4 | 6;
  /** Floating-point operations; null where the model's size is unknown. */
  flops: { rollout: number; reference: number; update: number } | null;
  /** Hours of one accelerator; null without a machine. */
  hours: { rollout: number; reference: number; update: number; total: number; wall: number } | null;
  utilisation: { rollout: number; training: number } | null;
}

/**
 * Tokens, memory and time of a whole run, from its graph. Each token costs 2 N operations forward (rollout,
 * evaluation, reference) and 6 N forward and backward (update), N being the parameters (arXiv:2001.08361,
 * section 2.1; attention over the context is left out). With adapters the weights take no gradient: an update costs
 * 4 N. Prompts are left out too. A stage that may end by a condition is counted at its full length.
 */
export function estimate(
  graph: Graph,
  assumptions: Assumptions,
  valueAt: (schedule: Schedule, x: number) => number,
): Estimate {
  const mean = (limit: number): number =>
    'share' in assumptions.meanLength
      ? limit * assumptions.meanLength.share
      : Math.min(limit, assumptions.meanLength.tokens);
  const limits = bounds(graph);
  const stages = limits.stages.map(({ id, from, steps }) =>
    stageEstimate(graph, id, from ?? 0, steps, mean, valueAt),
  );
  const evaluations = limits.evaluations.map(({ suite: name, times }): EvaluationEstimate => {
    const { problems, samples, maxTokens } = graph.suites[name]!;
    const length = mean(maxTokens);
    return {
      suite: name,
      times,
      problems,
      samples,
      length,
      tokens: (times ?? 0) * problems * samples * length,
    };
  });
  const tokens = {
    rollout: sum(stages.map(({ rollout }) => rollout)),
    evaluation: sum(evaluations.map((one) => one.tokens)),
    reference: sum(stages.map(({ reference }) => reference)),
    update: sum(stages.map(({ update }) => update)),
  };
  const { size, machine } = assumptions;
  const flops = size && {
    rollout: 2 * size.parameters * (tokens.rollout + tokens.evaluation),
    reference: 2 * size.parameters * tokens.reference,
    update: (graph.lora === null ? 6 : 4) * size.parameters * tokens.update,
  };
  const utilisation = machine && {
    rollout: assumptions.rolloutUtilisation ?? typicalUtilisation(machine.accelerator).rollout,
    training: assumptions.trainingUtilisation ?? typicalUtilisation(machine.accelerator).training,
  };
  return {
    assumptions,
    stages,
    evaluations,
    tokens,
    memory: size && memory(graph, size),
    updateFactor: graph.lora === null ? 6 : 4,
    local: size && localMemory(graph, size, assumptions.local, mean),
    flops,
    hours: flops && machine && utilisation && hours(flops, machine, utilisation),
    utilisation,
  };
}

function stageEstimate(
  graph: Graph,
  id: string,
  from: number,
  steps: number | null,
  mean: (limit: number) => number,
  valueAt: (schedule: Schedule, x: number) => number,
): StageEstimate {
  const plan = stagePlan(graph, id);
  const over = Array.from({ length: Math.max(1, steps ?? 1) }, (_, i) => from + i);
  const average = (of: (step: number) => number): number => sum(over.map(of)) / over.length;
  const counted = (schedule: Schedule) => (step: number) => countOf(schedule, step, valueAt);
  const promptsAt = counted(plan.sample.config.prompts);
  const prompts = average(promptsAt);
  if (plan.kind === 'supervised') {
    const update = (steps ?? 0) * prompts * solutionTokens;
    return {
      id,
      steps,
      prompts,
      samples: 1,
      length: solutionTokens,
      rollout: 0,
      reference: 0,
      update,
      refill: 0,
    };
  }
  const samplesAt = counted(plan.rollout.config.samples);
  const limitAt = counted(plan.rollout.config.maxTokens);
  const samples = average((step) => promptsAt(step) * samplesAt(step)) / prompts;
  const each = average((step) => promptsAt(step) * samplesAt(step) * mean(limitAt(step)));
  const length = each / (prompts * samples);
  const rollout = (steps ?? 0) * each;
  return {
    id,
    steps,
    prompts,
    samples,
    length,
    rollout,
    // A correction has the policy's own log-probabilities found anew: one more pass of the same kind.
    reference: (plan.update.config.kl ? rollout : 0) + (plan.update.config.correction ? rollout : 0),
    update: rollout,
    refill: plan.filter.config.refill,
  };
}

/** A count at a step. Tokens sampled and metrics are not known before the run: the greatest count stands for them. */
function countOf(
  schedule: Schedule,
  step: number,
  valueAt: (schedule: Schedule, x: number) => number,
): number {
  if (schedule.over === 'steps') return Math.round(valueAt(schedule, step));
  return greatest(schedule);
}

/** In 32 bits, as this runtime keeps them; activations and a trainer's copies are left out. */
function memory(graph: Graph, { parameters, shape }: ModelSize): Estimate['memory'] {
  const { lora } = graph;
  if (lora !== null && shape === null) return null;
  const trained = lora === null ? parameters : adapterParameters(shape!, lora);
  const plans = graph.stages.map(({ id }) => stagePlan(graph, id));
  const reference = plans.some(({ update }) => update.config.kl !== null);
  const cached = plans.map((plan) =>
    plan.kind === 'reinforce'
      ? greatest(plan.rollout.config.samples) * greatest(plan.rollout.config.maxTokens)
      : 0,
  );
  return {
    policy: 4 * (lora === null ? parameters : parameters + trained),
    trained,
    gradients: 4 * trained,
    moments: 8 * trained,
    reference: reference ? 4 * trained : 0,
    cache:
      shape === null
        ? null
        : 4 * 2 * shape.layers * shape.keyValueHeads * shape.headWidth * Math.max(0, ...cached),
  };
}

function localMemory(
  graph: Graph,
  { shape }: ModelSize,
  { memory: budget, most }: Assumptions['local'],
  mean: (limit: number) => number,
): Estimate['local'] {
  if (shape === null) return null;
  const longest = loadOf(graph, shape);
  const limits = limitsWithin(budget, shape, longest, most);
  const within = limits ?? { rows: longest.longest, sequences: 1 };
  return {
    lines: memoryLines(shape, loadOf(graph, shape, mean), within),
    atMost: memoryNeeds(shape, longest, within).peak,
    fits: limits !== null,
  };
}

function hours(
  flops: NonNullable<Estimate['flops']>,
  { count, accelerator }: Machine,
  utilisation: { rollout: number; training: number },
): NonNullable<Estimate['hours']> {
  const at = (operations: number, share: number): number => operations / (accelerator.peak * share) / 3600;
  const rollout = at(flops.rollout, utilisation.rollout);
  const reference = at(flops.reference, utilisation.training);
  const update = at(flops.update, utilisation.training);
  const total = rollout + reference + update;
  return { rollout, reference, update, total, wall: total / count };
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
