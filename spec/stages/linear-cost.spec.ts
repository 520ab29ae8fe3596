import assert from 'node:assert/strict';
import type { KernelFunc } from '@tensorflow/tfjs-core';
import { randomStream } from '../../runtime/control/index.ts';
import { AdamW } from '../../runtime/model/adamw.ts';
import { parseModelConfig } from '../../runtime/model/config.ts';
import { generate } from '../../runtime/model/generate.ts';
import { Policy } from '../../runtime/model/policy.ts';
import { sequenceLogprobs } from '../../runtime/stages/reference.ts';
import { updatePolicy } from '../../runtime/stages/update.ts';
import { openBackend } from '../../runtime/tensor/backend.ts';
import { tf } from '../../runtime/tensor/tf.ts';

const config = parseModelConfig({
  model_type: 'llama',
  vocab_size: 32,
  hidden_size: 16,
  intermediate_size: 32,
  num_hidden_layers: 2,
  num_attention_heads: 2,
  num_key_value_heads: 1,
  max_position_embeddings: 128,
  tie_word_embeddings: true,
  eos_token_id: 1,
});
const samples = 4;
const prompt = Array.from({ length: 12 }, (_, i) => 2 + (i % 20));

/**
 * The multiplications of a step's products, counted as they are made: on the plain backend, which makes all of them
 * one by one. Those of weights with rows, and those of attention, which come in batches.
 */
describe('the work of a step', () => {
  const made = { weights: 0, attention: 0 };
  const kernel = () => tf.getKernel('BatchMatMul', 'cpu');
  let plain: ReturnType<typeof kernel>;

  before(async () => {
    await openBackend('cpu');
    plain = kernel();
    tf.unregisterKernel('BatchMatMul', 'cpu');
    tf.registerKernel({
      ...plain,
      kernelFunc: ((call) => {
        const result = plain.kernelFunc(call);
        const { a } = call.inputs;
        const out = (Array.isArray(result) ? result[0]! : result).shape;
        const { transposeA } = call.attrs as unknown as { transposeA: boolean };
        const work = out.reduce((all, size) => all * size, 1) * a!.shape.at(transposeA ? -2 : -1)!;
        made[out.slice(0, -2).every((size) => size === 1) ? 'weights' : 'attention'] += work;
        return result;
      }) satisfies KernelFunc,
    });
  });
  after(() => {
    tf.unregisterKernel('BatchMatMul', 'cpu');
    tf.registerKernel(plain);
  });

  /** Rollout, reference and update, with responses that do not end early. */
  async function workOf(prompts: number, maxTokens: number) {
    made.weights = made.attention = 0;
    const random = randomStream(1, 'test');
    const policy = Policy.fresh(config, random);
    const optimizer = new AdamW(policy, {});
    const settings = { maxTokens, temperature: 1, eosIds: new Set<number>(), random };
    const groups = await generate(policy, Array<number[]>(prompts).fill(prompt), samples, settings);
    const responses = groups.flat();
    assert.ok(responses.every(({ tokens }) => tokens.length === maxTokens));
    const sequences = responses.map(({ tokens, logprobs }, i) => ({
      prompt,
      response: tokens,
      oldLogps: logprobs,
      referenceLogps: null,
      corrected: null,
      advantages: new Float64Array(tokens.length).fill(i % 2 === 0 ? 1 : -1),
    }));
    await sequenceLogprobs(policy, sequences, 1, 256);
    await updatePolicy(policy, optimizer, sequences, {
      aggregation: 'token_mean',
      divisor: maxTokens,
      surrogate: 'clipped',
      ratio: 'token',
      clip: { low: 0.2, high: 0.2, dual: null },
      kl: null,
      entropy: 0,
      optimizer: { rate: 1e-3 },
      temperature: 1,
      maxRows: 256,
    });
    optimizer.dispose();
    policy.dispose();
    return { ...made };
  }

  it('grows in proportion to the prompts', async () => {
    const one = await workOf(2, 8);
    assert.ok(one.weights > 0 && one.attention > 0);
    for (const times of [2, 4, 8]) {
      const many = await workOf(2 * times, 8);
      for (const part of ['weights', 'attention'] as const) {
        const ratio = many[part] / one[part] / times;
        assert.ok(
          ratio > 0.8 && ratio < 1.1,
          `${part}: ${ratio} times its share at ${times} times the prompts`,
        );
      }
    }
  });

  it('grows in proportion to the length of responses, attention aside', async () => {
    const [a, b, c, d] = [await workOf(2, 8), await workOf(2, 16), await workOf(2, 32), await workOf(2, 64)];
    // What prompts cost is in each of them, so that it is the differences that double.
    const ratios = [
      (c.weights - b.weights) / (b.weights - a.weights),
      (d.weights - c.weights) / (c.weights - b.weights),
    ];
    for (const ratio of ratios)
      assert.ok(ratio > 1.8 && ratio < 2.2, `twice the tokens more cost ${ratio} times`);
    assert.ok(d.attention / a.attention < 64, 'attention grows by the square of the length at most');
  });
});
