import assert from 'node:assert/strict';
import fc from 'fast-check';
import { randomStream } from '../../runtime/control/index.ts';
import { AdamW } from '../../runtime/model/adamw.ts';
import { parseModelConfig } from '../../runtime/model/config.ts';
import { Policy } from '../../runtime/model/policy.ts';
import type { TrainingSequence } from '../../runtime/stages/batch.ts';
import { groupLogprobs } from '../../runtime/stages/reference.ts';
import { miniBatches, updatePolicy, type UpdateSettings } from '../../runtime/stages/update.ts';
import { openTestBackend } from '../support/backend.ts';
import { k3InLoss } from '../support/update-parts.ts';

const config = parseModelConfig({
  model_type: 'llama',
  vocab_size: 20,
  hidden_size: 16,
  intermediate_size: 24,
  num_hidden_layers: 2,
  num_attention_heads: 2,
  num_key_value_heads: 1,
  max_position_embeddings: 32,
  tie_word_embeddings: true,
  eos_token_id: 1,
});
const settings: UpdateSettings = {
  aggregation: 'token_mean',
  divisor: 5,
  surrogate: 'clipped',
  ratio: 'token',
  clip: { low: 0.2, high: 0.3, dual: null },
  kl: null,
  entropy: 0,
  optimizer: { rate: 0.01 },
  temperature: 0.9,
  maxRows: 1000,
};

describe('update', () => {
  before(openTestBackend);

  it('splits groups into mini-batches that hold all of them, in order and nearly alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 8 }), (groups, updates) => {
        const all = Array.from({ length: groups }, (_, i) => i);
        const split = miniBatches(all, updates);
        assert.deepEqual(split.flat(), all);
        assert.equal(split.length, Math.min(groups, updates));
        const sizes = split.map((one) => one.length);
        if (groups > 0) assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1);
      }),
    );
  });

  const others: Partial<UpdateSettings>[] = [
    { aggregation: 'token_mean' },
    { aggregation: 'sequence_mean' },
    { aggregation: 'constant' },
    { ratio: 'sequence', aggregation: 'sequence_mean' },
    { surrogate: 'cispo' },
    { entropy: 0.1 },
  ];
  for (const other of others) {
    it(`does the same in one go and in micro-batches: ${Object.values(other).join(', ')}`, async () => {
      const whole = await updated({ ...settings, ...other }, batch());
      const parts = await updated({ ...settings, ...other, maxRows: 9 }, batch());
      assert.ok(Math.abs(whole.outcome!.loss - parts.outcome!.loss) < 1e-5);
      assert.ok(Math.abs(whole.outcome!.gradNorm - parts.outcome!.gradNorm) < 1e-4);
      assert.ok(largestDifference(whole.weights, parts.weights) < 1e-4);
      assert.equal(whole.outcome!.largestRatio > 1, true);
    });
  }

  it('leaves out what has no advantage, without changing the result', async () => {
    const sequences = batch().map((sequence, i) => ({
      ...sequence,
      advantages: i < 3 ? sequence.advantages.map(() => 0) : sequence.advantages,
    }));
    const skipping = await updated(settings, sequences);
    // A KL term of no weight to speak of makes it compute all of them.
    const computing = await updated(
      { ...settings, kl: { estimate: { ...k3InLoss, estimator: 'k2' }, coefficient: 1e-20 } },
      sequences,
    );
    assert.ok(largestDifference(skipping.weights, computing.weights) < 1e-5);
    assert.ok(Math.abs(skipping.outcome!.loss - computing.outcome!.loss) < 1e-6);
  });

  it('makes no update where nothing has a gradient', async () => {
    const policy = Policy.fresh(config, randomStream(3, 'model'));
    const before = await policy.snapshot();
    const { outcome, weights } = await updated(
      settings,
      batch().map((sequence) => ({ ...sequence, advantages: sequence.advantages.map(() => 0) })),
    );
    assert.equal(outcome, null);
    assert.equal(largestDifference(weights, before), 0);
    policy.dispose();
  });

  it('makes better responses likelier and worse ones less likely', async () => {
    const policy = Policy.fresh(config, randomStream(3, 'model'));
    const logps = async () =>
      (await logprobsOf(policy, batch())).map((row) => row.reduce((sum, x) => sum + x, 0));
    const before = await logps();
    const sequences = batch().map((sequence, i) => ({
      ...sequence,
      advantages: sequence.advantages.map(() => (i % 2 === 0 ? 1 : -1)),
    }));
    const old = await logprobsOf(policy, sequences);
    const optimizer = new AdamW(policy);
    const onPolicy = sequences.map((sequence, i) => ({ ...sequence, oldLogps: old[i]! }));
    for (let i = 0; i < 5; i++) await updatePolicy(policy, optimizer, onPolicy, settings);
    (await logps()).forEach((after, i) => {
      assert.ok(
        i % 2 === 0 ? after > before[i]! : after < before[i]!,
        `response ${i}: ${before[i]} -> ${after}`,
      );
    });
    optimizer.dispose();
    policy.dispose();
  });
});

async function updated(how: UpdateSettings, sequences: readonly TrainingSequence[]) {
  const policy = Policy.fresh(config, randomStream(3, 'model'));
  const optimizer = new AdamW(policy);
  const outcome = await updatePolicy(policy, optimizer, sequences, how);
  const weights = await policy.snapshot();
  optimizer.dispose();
  policy.dispose();
  return { outcome, weights };
}

/** Six responses of different lengths to two prompts. */
function batch(): TrainingSequence[] {
  const random = randomStream(1, 'batch');
  return [0, 1].flatMap((prompt) =>
    [3, 5, 2].map((length): TrainingSequence => {
      const response = Array.from({ length }, () => random.int(2, 19));
      const oldLogps = Float32Array.from(response, () => -2.5 - random.next());
      return {
        prompt: [2 + prompt, 5, 7],
        response,
        oldLogps,
        corrected: null,
        referenceLogps: oldLogps,
        advantages: new Float64Array(length).fill(random.next() - 0.5),
      };
    }),
  );
}

async function logprobsOf(policy: Policy, sequences: readonly TrainingSequence[]): Promise<Float32Array[]> {
  const groups = sequences.map(({ prompt, response, oldLogps }) => ({
    prompt: {
      entry: 'x',
      level: null,
      task: { name: 'x' } as never,
      problem: { prompt: '', answer: '' },
      tokens: prompt,
    },
    responses_S: [{ tokens: response, logps: oldLogps, truncated: false, text: '' }],
  }));
  return (await groupLogprobs(policy, groups, settings.temperature, settings.maxRows)).flat();
}

type Weights = Awaited<ReturnType<Policy['snapshot']>>;

function largestDifference(a: Weights, b: Weights): number {
  let largest = 0;
  for (const [name, { data }] of a) {
    data.forEach((value, i) => (largest = Math.max(largest, Math.abs(value - b.get(name)!.data[i]!))));
  }
  return largest;
}
