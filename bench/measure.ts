/**
 * Measures one model on one backend, in a process of its own, and prints one JSON object.
 * `tsx bench/measure.ts BACKEND MODEL SECONDS`
 */
import { Controller, MixtureSampler, randomStream } from '../runtime/control/index.ts';
import { constant, stagePlan, type Graph, type Node, type ReinforcePlan } from '../runtime/graph/index.ts';
import { newOptimizer, type Training } from '../runtime/run/training.ts';
import { reinforceStep } from '../runtime/run/step.ts';
import { loadModel } from '../runtime/engines/model.ts';
import { rollout } from '../runtime/stages/rollout.ts';
import { posePrompts } from '../runtime/stages/sample.ts';
import { updatePolicy } from '../runtime/stages/update.ts';
import { loadTask } from '../runtime/tasks/index.ts';
import { openBackend } from '../runtime/tensor/backend.ts';
import { models } from './models.ts';

const PROMPTS = 16;
const SAMPLES = 8;
const RESPONSE = 32;

const [backendName = 'wasm', modelName = 'nano', budget = '10'] = process.argv.slice(2);
const backend = await openBackend(backendName);
const source = models[modelName];
if (source === undefined)
  throw new Error(`no model ${modelName}: there are ${Object.keys(models).join(', ')}`);

const graph = benchGraph();
const { policy, tokenizer } = loadModel(graph, '.');
const plan = stagePlan(graph, 'bench') as ReinforcePlan;
const task = await loadTask({ module: 'prorl:tasks/chain-sum', export: 'chainSum' }, '.');
const sampler = new MixtureSampler('sums', graph.mixtures['sums']!, graph.seed);
const controller = new Controller(graph);
const training: Training = {
  seed: graph.seed,
  controller,
  samplers: new Map([['sums', sampler]]),
  tasks: () => task,
  tokenizer,
  policy,
  reference: { policy: policy.clone(), origin: { source: 'stage', step: 0 } },
  optimizer: newOptimizer(policy, plan),
  limits: { rows: backend.capabilities.maxBatchTokens, sequences: 512 },
};

const draws = sampler.draw(PROMPTS, controller.point);
const prompts_G = posePrompts(draws, { ...training, mixture: 'sums' });
const settings = { samples: SAMPLES, topP: 1, temperature: 1, maxTokens: RESPONSE, maxSequences: 512 };
let rounds = 0;
const sampleOnce = () => rollout(training, prompts_G, settings, randomStream(1, 'bench', rounds++));

// The same responses are updated on each time: advantages of both signs, so that none is left out.
const groups_G = await sampleOnce();
const sequences = groups_G.flatMap(({ prompt, responses_S }) =>
  responses_S.map((response, s) => ({
    prompt: prompt.tokens,
    response: response.tokens,
    oldLogps: response.logps,
    referenceLogps: null,
    advantage: s % 2 === 0 ? 1 : -1,
  })),
);
const responseTokens = sequences.reduce((sum, { response }) => sum + response.length, 0);

const rolloutSeconds = await median(sampleOnce);
const updateSeconds = await median(() =>
  updatePolicy(policy, training.optimizer, sequences, {
    aggregation: 'token_mean',
    clip: { low: 0.2, high: 0.4 },
    kl: null,
    rate: 1e-5,
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
    prompts: PROMPTS,
    samples: SAMPLES,
    maxTokens: RESPONSE,
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

/** GRPO with a KL term and every group kept, so that each step does all of its work. */
function benchGraph(): Graph {
  const nodes: Node[] = [
    { id: 'bench.sample', stage: 'bench', kind: 'sample', config: { mixture: 'sums', prompts: PROMPTS } },
    {
      id: 'bench.rollout',
      stage: 'bench',
      kind: 'rollout',
      config: { samples: SAMPLES, temperature: constant(1), topP: 1, maxTokens: constant(RESPONSE) },
    },
    { id: 'bench.score', stage: 'bench', kind: 'score', config: {} },
    {
      id: 'bench.shape',
      stage: 'bench',
      kind: 'shape',
      config: { correct: constant(1), incorrect: constant(0), truncated: constant(-0.5), overlong: null },
    },
    { id: 'bench.filter', stage: 'bench', kind: 'filter', config: { keep: null, dropTruncated: false } },
    { id: 'bench.advantage', stage: 'bench', kind: 'advantage', config: { estimator: 'group_norm' } },
    {
      id: 'bench.update',
      stage: 'bench',
      kind: 'update',
      config: {
        loss: 'policy_gradient',
        updates: 1,
        aggregation: 'token_mean',
        clip: { low: constant(0.2), high: constant(0.4) },
        kl: { estimator: 'k3', coefficient: constant(0.001), in: 'loss' },
        optimizer: {
          name: 'adamw',
          rate: constant(1e-5),
          beta1: 0.9,
          beta2: 0.999,
          epsilon: 1e-8,
          weightDecay: 0,
          maxGradNorm: 1,
          warmup: 0,
        },
      },
    },
    {
      id: 'bench.transition',
      stage: 'bench',
      kind: 'transition',
      config: { until: { op: 'reached', count: 1_000_000, unit: 'steps' }, untilText: '1000000 steps' },
    },
  ];
  return {
    format: 'prorl-graph/1',
    edition: 2026,
    pipeline: 'bench',
    seed: 1,
    model: source!,
    mixtures: {
      sums: {
        entries: [
          {
            name: 'chain_sum',
            task: {
              name: 'chain_sum',
              library: 'prorl',
              module: 'stdlib/tasks/chain-sum',
              export: 'chainSum',
              settings: {},
            },
            weight: constant(1),
            from: 0,
            until: null,
          },
        ],
      },
    },
    suites: {},
    stages: [{ id: 'bench', kind: 'reinforce' }],
    nodes,
    edges: [],
    libraries: [],
  };
}
