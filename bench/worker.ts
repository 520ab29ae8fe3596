/**
 * prorl under measurement: a process that stays up and does, times and tells what it is asked.
 * `tsx bench/worker.ts BACKEND SIZE FOLDER [CHANGES]`, with a model of that size in FOLDER; CHANGES are JSON, see
 * contestant.ts. Protocol: see line-process.ts. It says who it is, then takes {"do": "rollout" | "update" | "step" |
 * "batch" | "judge" | "prompts" | "matmul" | "memory"}; seconds are those of the work alone.
 */
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { compile } from '../grammar/index.ts';
import { applySettings } from '../runtime/cli/apply-settings.ts';
import { fileWorkspace } from '../runtime/cli/workspace.ts';
import { Controller, MixtureSampler, randomStream } from '../runtime/control/index.ts';
import { limitsFor } from '../runtime/engines/memory.ts';
import { loadModel, placeOfModel, shapeOf, threadsFor } from '../runtime/engines/model.ts';
import { stagePlan, type Graph, type ReinforcePlan } from '../runtime/graph/index.ts';
import type { Tokenizer } from '../runtime/model/tokenizer.ts';
import { reinforceStep } from '../runtime/run/step.ts';
import { newOptimizer, type Training } from '../runtime/run/training.ts';
import type { Group, TrainingSequence } from '../runtime/stages/batch.ts';
import { groupLogprobs } from '../runtime/stages/reference.ts';
import { rollout } from '../runtime/stages/rollout.ts';
import { posePrompts } from '../runtime/stages/sample.ts';
import { updatePolicy } from '../runtime/stages/update.ts';
import { openBackend } from '../runtime/tensor/backend.ts';
import { tf } from '../runtime/tensor/tf.ts';
import type { Changes } from './contestant.ts';
import { paddedSums } from './padded-sums.ts';
import { sizeOf, type Size } from './sizes.ts';

const [backendName, sizeName, folder, changes = '{}'] = process.argv.slice(2) as [
  string,
  string,
  string,
  string?,
];
const { fastMath, ...resized } = JSON.parse(changes) as Changes;
const size: Size = { ...sizeOf(sizeName), ...resized };
const graph = graphOf();
const place = await placeOfModel(graph, '.');
const shape = await shapeOf(graph, place);
const backend = await openBackend(backendName, { threads: threadsFor(shape), fastMath });
const { policy, tokenizer } = await loadModel(graph, place);
const plan = stagePlan(graph, 'measured') as ReinforcePlan;
const task = paddedSums(size.promptTokens);
const training: Training = {
  seed: graph.seed,
  controller: new Controller(graph),
  samplers: new Map([['sums', new MixtureSampler('sums', graph.mixtures['sums']!, graph.seed)]]),
  tasks: () => task,
  verifiers: () => {
    throw new RangeError('no stage names a verifier');
  },
  tokenizer: withoutEnd(tokenizer),
  policy,
  reference: { policy: policy.clone(), origin: { source: 'stage', step: 0 } },
  optimizer: newOptimizer(policy, plan),
  limits: limitsFor(graph, shape, backend.name, undefined),
};
let rounds = 0;
let made: TrainingSequence[] | undefined;

const commands = {
  rollout: async () => {
    const prompts_G = await prompts(size.prompts);
    const { result, seconds } = await timed(() => sample(prompts_G));
    return { seconds, tokens: result.flatMap(({ responses_S }) => responses_S).length * size.maxTokens };
  },

  /** The same responses each time, advantages of both signs. */
  update: async () => {
    const sequences = await batch();
    const { result, seconds } = await timed(() => update(sequences, 1e-5));
    return { seconds, tokens: sequences.length * size.maxTokens, gradNorm: result?.gradNorm ?? null };
  },

  step: async () => {
    const { result, seconds } = await timed(() => reinforceStep(training, plan));
    return { seconds, tokens: result.tokens };
  },

  /** Log probabilities of given sequences, one list for each, and the gradient's norm; the weights stay as they are. */
  judge: async ({ sequences }: { sequences: PlainSequence[] }) => {
    const given = sequences.map(({ oldLogps, advantages, ...rest }) => ({
      ...rest,
      oldLogps: Float32Array.from(oldLogps),
      advantages: Float64Array.from(advantages),
    }));
    const groups = given.map(({ prompt, response }) => ({
      prompt: { tokens: prompt },
      responses_S: [{ tokens: response }],
    })) as unknown as Group[];
    const logps = await groupLogprobs(policy, groups, 1, training.limits.rows);
    const outcome = await update(given, 0);
    return { logps: logps.map(([of_T]) => [...of_T!]), gradNorm: outcome?.gradNorm ?? null };
  },

  batch: async () => ({
    sequences: (await batch()).map(({ oldLogps, advantages, ...rest }) => ({
      ...rest,
      oldLogps: [...oldLogps],
      advantages: [...advantages],
    })),
  }),
  prompts: async () => ({ prompts: (await prompts(256)).map(({ problem }) => problem.prompt) }),
  matmul: async () => {
    const times: number[] = [];
    const [a, b] = [0, 1].map(() => tf.randomNormal([1024, 1024])) as [tf.Tensor2D, tf.Tensor2D];
    for (let i = 0; i < 12; i++) {
      const { seconds } = await timed(async () => {
        const product = tf.matMul(a, b);
        await product.data();
        product.dispose();
      });
      times.push(seconds);
    }
    tf.dispose([a, b]);
    return { flops: (2 * 1024 ** 3) / Math.min(...times.slice(2)) };
  },

  memory: async () => ({ peakMiB: Math.round(process.resourceUsage().maxRSS / 1024) }),
};

const reply = (value: object): void => void process.stdout.write(`reply ${JSON.stringify(value)}\n`);
reply({
  name: 'prorl',
  backend: backend.name,
  settings: backend.description,
  parameters: policy.numberOfParameters,
});
for await (const line of createInterface(process.stdin)) {
  const { do: what, ...given } = JSON.parse(line) as { do: keyof typeof commands };
  reply(await commands[what](given as never));
}
process.exit(0);

/** The graph of step.prorl, of the size that is measured. */
function graphOf(): Graph {
  const { graph: compiled } = compile(join(import.meta.dirname, 'step.prorl'), fileWorkspace);
  if (compiled === null) throw new Error('bench/step.prorl is wrong: prorl check tells');
  const set = { prompts: size.prompts, samples: size.samples, max_tokens: size.maxTokens };
  const sized = applySettings(compiled, {
    set: Object.entries(set).map(([field, value]) => ({
      path: `measured.rollout.${field}`,
      value: String(value),
    })),
  });
  return { ...sized, model: { source: 'folder', path: folder, chat: 'off', system: null } };
}

/** The tokenizer, with an end token that no model draws: all responses are of one length. */
function withoutEnd(of: Tokenizer): Tokenizer {
  return Object.create(of, { stopIds: { value: new Set() } }) as Tokenizer;
}

function prompts(count: number) {
  const draws = Array.from({ length: count }, (_, nth) => ({
    index: 0,
    entry: graph.mixtures['sums']!.entries[0]!,
    nth,
    level: null,
  }));
  return posePrompts(draws, { ...training, mixture: 'sums' });
}

function sample(prompts_G: Awaited<ReturnType<typeof prompts>>) {
  const { samples, maxTokens } = size;
  const settings = { samples, maxTokens, topP: 1, temperature: 1, maxSequences: training.limits.sequences };
  return rollout(training, prompts_G, settings, randomStream(1, 'bench', rounds++));
}

/** What updates are made from: the same on every call. */
async function batch() {
  made ??= (await sample(await prompts(size.prompts))).flatMap(({ prompt, responses_S }) =>
    responses_S.map((response, s) => ({
      prompt: prompt.tokens,
      response: response.tokens,
      oldLogps: response.logps,
      referenceLogps: null,
      corrected: null,
      advantages: new Float64Array(response.tokens.length).fill(s % 2 === 0 ? 1 : -1),
    })),
  );
  return made;
}

type PlainSequence = Omit<TrainingSequence, 'oldLogps' | 'advantages'> & {
  oldLogps: number[];
  advantages: number[];
};

function update(sequences: TrainingSequence[], rate: number) {
  return updatePolicy(policy, training.optimizer, sequences, {
    aggregation: 'token_mean',
    divisor: size.maxTokens,
    surrogate: 'clipped',
    ratio: 'token',
    clip: { low: 0.2, high: 0.4, dual: null },
    kl: null,
    entropy: 0,
    optimizer: { rate, clipNorm: 1 },
    temperature: 1,
    maxRows: training.limits.rows,
  });
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const began = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - began) / 1000 };
}
