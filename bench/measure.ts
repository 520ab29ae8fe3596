/**
 * Measures one model on one backend, in a process of its own, and prints one JSON object.
 * `tsx bench/measure.ts BACKEND MODEL SECONDS`
 */
import { join } from 'node:path';
import { Controller, MixtureSampler, randomStream, valueAt } from '../runtime/control/index.ts';
import { fileWorkspace } from '../runtime/cli/workspace.ts';
import { compile } from '../grammar/index.ts';
import { stagePlan, type ReinforcePlan } from '../runtime/graph/index.ts';
import { newOptimizer, type Training } from '../runtime/run/training.ts';
import { reinforceStep } from '../runtime/run/step.ts';
import { loadModel, threadsFor } from '../runtime/engines/model.ts';
import { rollout } from '../runtime/stages/rollout.ts';
import { posePrompts } from '../runtime/stages/sample.ts';
import { updatePolicy } from '../runtime/stages/update.ts';
import { loadTask } from '../runtime/tasks/index.ts';
import { openBackend } from '../runtime/tensor/backend.ts';

const [backendName = 'wasm', modelName = 'nano', budget = '10'] = process.argv.slice(2);
const { graph } = compile(join(import.meta.dirname, 'step.prorl'), fileWorkspace, {
  pipeline: `bench_${modelName}`,
});
if (graph === null) throw new Error(`bench/step.prorl has no pipeline bench_${modelName}`);
const backend = await openBackend(backendName, { threads: threadsFor(graph, '.') });
const { policy, tokenizer } = loadModel(graph, '.');
const plan = stagePlan(graph, 'measured') as ReinforcePlan;
const task = await loadTask({ module: 'prorl:tasks/math/chain-sum', export: 'chainSum' }, '.');
const sampler = new MixtureSampler('sums', graph.mixtures['sums']!, graph.seed);
const controller = new Controller(graph);
const training: Training = {
  seed: graph.seed,
  controller,
  samplers: new Map([['sums', sampler]]),
  tasks: () => task,
  verifiers: () => {
    throw new RangeError('no stage names a verifier');
  },
  tokenizer,
  policy,
  reference: { policy: policy.clone(), origin: { source: 'stage', step: 0 } },
  optimizer: newOptimizer(policy, plan),
  limits: { rows: backend.maxBatchTokens, sequences: 512 },
};

const { prompts } = plan.sample.config;
const { samples } = plan.rollout.config;
const maxTokens = valueAt(plan.rollout.config.maxTokens, controller.point);
const draws = sampler.draw(prompts, controller.point);
const prompts_G = await posePrompts(draws, { ...training, mixture: 'sums' });
const settings = { samples, topP: 1, temperature: 1, maxTokens, maxSequences: 512 };
let rounds = 0;
const sampleOnce = () => rollout(training, prompts_G, settings, randomStream(1, 'bench', rounds++));

// The same responses are updated on each time: advantages of both signs, so that none is left out.
const groups_G = await sampleOnce();
const sequences = groups_G.flatMap(({ prompt, responses_S }) =>
  responses_S.map((response, s) => ({
    prompt: prompt.tokens,
    response: response.tokens,
    oldLogps: response.logps,
    corrected: null,
    referenceLogps: null,
    advantage: s % 2 === 0 ? 1 : -1,
  })),
);
const responseTokens = sequences.reduce((sum, { response }) => sum + response.length, 0);

const rolloutSeconds = await median(sampleOnce);
const updateSeconds = await median(() =>
  updatePolicy(policy, training.optimizer, sequences, {
    aggregation: 'token_mean',
    divisor: maxTokens,
    surrogate: 'clipped',
    ratio: 'token',
    clip: { low: 0.2, high: 0.4, dual: null },
    kl: null,
    entropy: 0,
    optimizer: { rate: 1e-5 },
    temperature: 1,
    maxRows: training.limits.rows,
  }),
);
let stepTokens = 0;
const stepSeconds = await median(async () => {
  stepTokens = (await reinforceStep(training, plan)).tokens;
});

process.stdout.write(
  `${JSON.stringify({
    backend: backend.name,
    description: backend.description,
    model: modelName,
    parameters: policy.numberOfParameters,
    prompts,
    samples,
    maxTokens,
    responseTokens,
    rolloutTokensPerSecond: Math.round(responseTokens / rolloutSeconds),
    updateTokensPerSecond: Math.round(responseTokens / updateSeconds),
    stepSeconds: Number(stepSeconds.toFixed(4)),
    stepTokens,
    peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  })}\n`,
);
process.exit(0);

/** The median time of one call in seconds, over at least three calls or the budget, the first left out. */
async function median(work: () => Promise<unknown>): Promise<number> {
  await work();
  const times: number[] = [];
  const until = performance.now() + (Number(budget) * 1000) / 3;
  while (times.length < 3 || performance.now() < until) {
    const started = performance.now();
    await work();
    times.push((performance.now() - started) / 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
