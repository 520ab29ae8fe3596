import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AdamW, type StepSettings } from '../../runtime/model/adamw.ts';
import { byteTokenizer } from '../../runtime/model/byte-tokenizer.ts';
import { parseModelConfig } from '../../runtime/model/config.ts';
import { Policy } from '../../runtime/model/policy.ts';
import { batchAdvantages, type AdvantageEstimator } from '../../runtime/stages/advantage.ts';
import type { Group, TrainingSequence } from '../../runtime/stages/batch.ts';
import { klCharges } from '../../runtime/stages/kl.ts';
import { groupLogprobs } from '../../runtime/stages/reference.ts';
import { updatePolicy, type UpdateSettings } from '../../runtime/stages/update.ts';
import { tf } from '../../runtime/tensor/tf.ts';
import { testRandom } from '../model/tiny-models.ts';
import { openTestBackend } from '../support/backend.ts';
import { describePeers, runPython } from './python.ts';

/** Float32 on our side, float64 on theirs: what is left is our rounding. */
const TOLERANCE = 1e-5;

const config = parseModelConfig({
  model_type: 'qwen3',
  vocab_size: 262,
  hidden_size: 16,
  intermediate_size: 24,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  head_dim: 8,
  max_position_embeddings: 64,
  tie_word_embeddings: true,
  eos_token_id: 256,
  pad_token_id: 257,
});
const MAX_LENGTH = 12;

/** A loss as TRL names it, and how prorl says the same. */
interface LossCase {
  readonly name: string;
  readonly trl: {
    loss_type: string;
    low: number;
    high: number;
    level?: 'token' | 'sequence';
    delta?: number;
    beta?: number;
    entropy?: number;
    temperature?: number;
  };
  readonly prorl: Partial<UpdateSettings>;
}

const clip = { low: 0.2, high: 0.28, dual: null };
const range = { low: 0.2, high: 0.28 };
const k3 = { estimate: { estimator: 'k3', clampInput: null, clampResult: null }, coefficient: 0.3 } as const;
const lossCases: readonly LossCase[] = [
  { name: 'GRPO', trl: { loss_type: 'grpo', ...range }, prorl: { aggregation: 'sequence_mean', clip } },
  { name: 'DAPO', trl: { loss_type: 'dapo', ...range }, prorl: { aggregation: 'token_mean', clip } },
  { name: 'BNPO', trl: { loss_type: 'bnpo', ...range }, prorl: { aggregation: 'token_mean', clip } },
  { name: 'Dr. GRPO', trl: { loss_type: 'dr_grpo', ...range }, prorl: { aggregation: 'constant', clip } },
  {
    name: 'GRPO with KL and a temperature',
    trl: { loss_type: 'grpo', ...range, beta: 0.3, temperature: 0.7 },
    prorl: { aggregation: 'sequence_mean', clip, kl: k3, temperature: 0.7 },
  },
  {
    name: 'DAPO with KL',
    trl: { loss_type: 'dapo', ...range, beta: 0.3 },
    prorl: { aggregation: 'token_mean', clip, kl: k3 },
  },
  {
    name: 'Dr. GRPO with KL',
    trl: { loss_type: 'dr_grpo', ...range, beta: 0.3 },
    prorl: { aggregation: 'constant', clip, kl: k3 },
  },
  {
    name: 'GSPO',
    trl: { loss_type: 'grpo', low: 0.05, high: 0.06, level: 'sequence' },
    prorl: { aggregation: 'sequence_mean', ratio: 'sequence', clip: { low: 0.05, high: 0.06, dual: null } },
  },
  {
    name: 'CISPO',
    trl: { loss_type: 'cispo', low: 1, high: 1.3 },
    prorl: { aggregation: 'token_mean', surrogate: 'cispo', clip: { low: 1, high: 0.3, dual: null } },
  },
  {
    name: 'dual clip',
    trl: { loss_type: 'dapo', ...range, delta: 1.5 },
    prorl: { aggregation: 'token_mean', clip: { ...clip, dual: 1.5 } },
  },
  {
    name: 'an entropy bonus',
    trl: { loss_type: 'dapo', ...range, entropy: 0.01 },
    prorl: { aggregation: 'token_mean', clip, entropy: 0.01 },
  },
];

const rewards_GS = [
  [9120.25, 310.5, 4407, 4407],
  [-8000.5, 6000, 12, 2500.75],
];
const estimators: readonly { estimator: AdvantageEstimator; trl: object }[] = [
  { estimator: 'group_norm', trl: { trainer: 'grpo', scale: 'group', returns: 8 } },
  { estimator: 'group_mean', trl: { trainer: 'grpo', scale: 'none', returns: 8 } },
  { estimator: 'leave_one_out', trl: { trainer: 'rloo', beta: 0, returns: 3 } },
];

interface Theirs {
  losses: { loss: number; norms: Record<string, number> }[];
  advantages: number[][];
  adamw: { norm: number; weights: Record<string, number[] | number[][]> }[];
}

/** Lengths weigh in none of the estimators that are compared. */
function advantagesBy(rewards_GS: readonly (readonly number[])[], estimator: AdvantageEstimator): number[][] {
  const groups_GS = rewards_GS.map((rewards_S) =>
    rewards_S.map((reward) => ({ reward, score: 0, length: 1, charges_T: null })),
  );
  return batchAdvantages(groups_GS, { estimator, whiten: 'trajectories' }).map((of_S) =>
    of_S.map(([first]) => first!),
  );
}

describePeers('losses, advantages and the optimizer beside TRL and torch', function () {
  this.timeout(600_000);
  let folder: string;
  let policy: Policy;
  let reference: Policy;
  let sequences: TrainingSequence[];
  let theirs: Theirs;
  const steps = adamwSteps();

  before(openTestBackend);
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'prorl-trl-'));
    // Ten times the usual spread: distributions far from even, so that every term shows.
    policy = scaled(Policy.fresh(config, testRandom(1)), 10);
    reference = scaled(Policy.fresh(config, testRandom(2)), 10);
    await policy.saveTo(join(folder, 'policy'), byteTokenizer());
    await reference.saveTo(join(folder, 'reference'), byteTokenizer());
    sequences = await sequencesOf(policy, reference);
    const charged = {
      ...estimators[2]!.trl,
      beta: 0.25,
      reference: join(folder, 'reference'),
      rewards: [[3, 1, 0, 2]],
      prompt: sequences[0]!.prompt,
      responses: sequences.slice(0, 4).map(({ response }) => response),
    };
    const input = {
      folder: join(folder, 'policy'),
      losses: {
        cases: lossCases.map(({ trl }) => trl),
        sequences: sequences.map((one) => ({
          ...one,
          // One for all of its tokens, as the trainer takes it.
          advantage: one.advantages[0],
          oldLogps: [...one.oldLogps],
          referenceLogps: [...one.referenceLogps!],
        })),
        max_length: MAX_LENGTH,
      },
      advantages: [...estimators.map(({ trl }) => ({ ...trl, rewards: rewards_GS })), charged],
      adamw: { steps, weights: adamwWeights(), betas: [0.9, 0.999], epsilon: 1e-8 },
    };
    theirs = JSON.parse(
      (await runPython('trl_losses.py', [], JSON.stringify(input))).split('\n').at(-1)!,
    ) as Theirs;
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
    policy.dispose();
    reference.dispose();
  });

  lossCases.forEach(({ name, prorl }, i) => {
    for (const maxRows of [1000, 30]) {
      const parts = maxRows === 30 ? 'in micro-batches' : 'at once';
      it(`${name}, ${parts}: the loss and the gradient of every weight`, async () => {
        const { loss, norms } = theirs.losses[i]!;
        const ours = await gradientOf(policy, sequences, { ...prorl, maxRows });
        near(ours.loss, loss, 'the loss');
        const all = Math.sqrt(Object.values(norms).reduce((sum, norm) => sum + norm * norm, 0));
        near(ours.gradNorm, all, 'the norm of the gradient');
        for (const [weight, norm] of Object.entries(norms)) {
          // A weight that hardly matters is rounded as the others are.
          near(ours.norms.get(weight)!, norm, weight, TOLERANCE * Math.max(norm, all / 100));
        }
      });
    }
  });

  it('losses differ from each other: the cases tell them apart', () => {
    const different = new Set(theirs.losses.map(({ loss }) => loss.toPrecision(6)));
    // BNPO is DAPO on one batch.
    assert.equal(different.size, lossCases.length - 1);
  });

  estimators.forEach(({ estimator }, i) => {
    it(`advantages by ${estimator}`, () => {
      const ours = advantagesBy(rewards_GS, estimator).flat();
      ours.forEach((advantage, s) => near(advantage, theirs.advantages[i]![s]!, `response ${s}`));
    });
  });

  it('leave-one-out with k1 in the reward, as RLOO charges it', async () => {
    const group = groupOf(sequences.slice(0, 4));
    const ofPolicy = (await groupLogprobs(policy, [group], 1, 1000))[0]!;
    const ofReference = (await groupLogprobs(reference, [group], 1, 1000))[0]!;
    const estimate = { estimator: 'k1', clampInput: null, clampResult: null } as const;
    const rewarded = [3, 1, 0, 2].map((reward, s) => ({
      reward,
      score: 0,
      length: ofPolicy[s]!.length,
      charges_T: klCharges(estimate, 0.25, ofPolicy[s]!, ofReference[s]!),
    }));
    const config = { estimator: 'leave_one_out', whiten: 'trajectories' } as const;
    const [ours_ST] = batchAdvantages([rewarded], config) as [Float64Array[]];
    ours_ST.forEach((ours_T, s) =>
      ours_T.forEach((ours) => near(ours, theirs.advantages.at(-1)![s]!, `response ${s}`)),
    );
  });

  it('AdamW over twenty steps: decay, bias correction, clipping, a rate that changes', async () => {
    const own = Policy.fresh(config, testRandom(3));
    own.restore(await withWeights(own, adamwWeights()));
    const optimizer = new AdamW(own, { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 });
    for (const [s, step] of steps.entries()) {
      const gradients = new Map(
        [...own.weights].map(([name, weight]) => {
          const given = step.gradients[name];
          return [name, given === undefined ? tf.zerosLike(weight) : inMemory(weight, given)];
        }),
      );
      const { gradNorm } = await optimizer.step(gradients, settingsOf(step));
      for (const gradient of gradients.values()) gradient.dispose();
      near(gradNorm, theirs.adamw[s]!.norm, `the norm at step ${s + 1}`);
    }
    const trained = await own.snapshot();
    for (const [name, wanted] of Object.entries(theirs.adamw.at(-1)!.weights)) {
      const start = adamwWeights()[name]!.flat();
      const moved = Math.max(...wanted.flat().map((w, i) => Math.abs(w - start[i]!)));
      wanted
        .flat()
        .forEach((w, i) => near(trained.get(name)!.data[i]!, w, `${name}[${i}]`, TOLERANCE * moved + 1e-7));
    }
    optimizer.dispose();
    own.dispose();
  });
});

function near(ours: number, theirs: number, what: string, tolerance = TOLERANCE * Math.abs(theirs)): void {
  assert.ok(Math.abs(ours - theirs) <= tolerance, `${what}: ${ours} for ${theirs}`);
}

/** The loss of one update and the norms of its gradient; the gradient is ten times the first moment after one step. */
async function gradientOf(
  policy: Policy,
  sequences: readonly TrainingSequence[],
  settings: Partial<UpdateSettings>,
) {
  const trained = policy.clone();
  const optimizer = new AdamW(trained);
  const outcome = await updatePolicy(trained, optimizer, sequences, {
    aggregation: 'token_mean',
    divisor: MAX_LENGTH,
    surrogate: 'clipped',
    ratio: 'token',
    clip,
    kl: null,
    entropy: 0,
    optimizer: { rate: 1e-3 },
    temperature: 1,
    maxRows: 1000,
    ...settings,
  });
  const { tensors } = await optimizer.state();
  const norms = new Map(
    [...trained.weights.keys()].map((name) => [name, 10 * Math.hypot(...tensors.get(`m.${name}`)!.data)]),
  );
  optimizer.dispose();
  trained.dispose();
  return { loss: outcome!.loss, gradNorm: outcome!.gradNorm, norms };
}

/** Two groups of responses of unlike lengths, with old probabilities on both sides of every bound. */
async function sequencesOf(policy: Policy, reference: Policy): Promise<TrainingSequence[]> {
  const random = testRandom(4);
  const tokens = (count: number) => Array.from({ length: count }, () => random.int(0, 255));
  const prompts = [tokens(3), tokens(7)];
  const lengths = [MAX_LENGTH, 1, 5, 8, 2, MAX_LENGTH, 9, 4];
  const bare = lengths.map((length, b) => ({ prompt: prompts[b < 4 ? 0 : 1]!, response: tokens(length) }));
  const grouped = [groupOf(bare.slice(0, 4)), groupOf(bare.slice(4))];
  const now = (await groupLogprobs(policy, grouped, 1, 1000)).flat();
  const held = (await groupLogprobs(reference, grouped, 1, 1000)).flat();
  const advantages = [1.5, -0.7, 0.4, -1.1, 0.9, 1.3, -1.6, 0.2];
  return bare.map((one, b) => ({
    ...one,
    oldLogps: now[b]!.map((logp) => logp + 1.2 * (random.next() - 0.5)),
    referenceLogps: held[b]!,
    corrected: null,
    advantages: new Float64Array(one.response.length).fill(advantages[b]!),
  }));
}

function groupOf(sequences: readonly Pick<TrainingSequence, 'prompt' | 'response'>[]): Group {
  return {
    prompt: { tokens: sequences[0]!.prompt } as unknown as Group['prompt'],
    responses_S: sequences.map(
      ({ response }) => ({ tokens: response }) as unknown as Group['responses_S'][0],
    ),
  };
}

function scaled(policy: Policy, by: number): Policy {
  for (const weight of policy.weights.values()) {
    if (weight.rank > 1) weight.assign(tf.mul(weight, by));
  }
  return policy;
}

interface AdamwStep extends Omit<Required<StepSettings>, 'clipNorm'> {
  readonly clipNorm: number | null;
  readonly gradients: Record<string, number[] | number[][]>;
}

/** A matrix that decays and a gain that does not, of the tiny model, in the file's layout. */
function adamwWeights(): Record<string, number[] | number[][]> {
  const random = testRandom(5);
  return {
    'model.layers.0.mlp.gate_proj.weight': Array.from({ length: 24 }, () => normals(random, 16)),
    'model.norm.weight': normals(random, 16),
  };
}

function adamwSteps(): AdamwStep[] {
  const random = testRandom(6);
  return Array.from({ length: 20 }, (_, s) => ({
    rate: 1e-2 * Math.min(1, (s + 1) / 5),
    weightDecay: 0.1,
    // Norms are about 20: clipped hard, not at all, hardly.
    clipNorm: [1, null, 19][s % 3]!,
    gradients: {
      'model.layers.0.mlp.gate_proj.weight': Array.from({ length: 24 }, () => normals(random, 16)),
      'model.norm.weight': normals(random, 16),
    },
  }));
}

function settingsOf({ rate, weightDecay, clipNorm }: AdamwStep): StepSettings {
  return { rate, weightDecay, ...(clipNorm === null ? {} : { clipNorm }) };
}

function normals(random: ReturnType<typeof testRandom>, count: number): number[] {
  return Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next()),
  );
}

/** A gradient in the file's layout, in that of the weights in memory: linear weights are transposed there. */
function inMemory(weight: tf.Tensor, given: number[] | number[][]): tf.Tensor {
  const stored = tf.tensor(given);
  return weight.rank > 1 ? tf.tidy(() => tf.transpose(stored)) : stored;
}

async function withWeights(policy: Policy, weights: Record<string, number[] | number[][]>) {
  const data = new Map(await policy.snapshot());
  for (const [name, values] of Object.entries(weights)) {
    data.set(name, { shape: data.get(name)!.shape, data: Float32Array.from(values.flat()) });
  }
  return data;
}
