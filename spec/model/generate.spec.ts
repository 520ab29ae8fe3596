import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packSamples } from '../../runtime/model/batch.ts';
import { AdamW } from '../../runtime/model/adamw.ts';
import { generate } from '../../runtime/model/generate.ts';
import type { Generation } from '../../runtime/model/generate.ts';
import { disposeGradients, gradientsOf } from '../../runtime/model/gradients.ts';
import { tokenLogprobs } from '../../runtime/model/logprobs.ts';
import type { Policy } from '../../runtime/model/policy.ts';
import { draw, drawAll, probabilitiesOf, sequenceUniforms } from '../../runtime/model/sampling.ts';
import { tf } from '../../runtime/tensor/tf.ts';
import { openTestBackend } from '../support/backend.ts';
import { doublePrecision, referenceLogits } from './reference-transformer.ts';
import { livelyPolicy, testRandom, tinyConfigs } from './tiny-models.ts';

const prompts = [[3, 7, 1, 9, 4], [2], [11, 5, 5, 8, 1, 0, 6, 6]];

describe('generation', () => {
  before(openTestBackend);

  for (const [name, config] of Object.entries(tinyConfigs)) {
    describe(name, () => {
      let policy: Policy;
      before(async () => {
        policy = await livelyPolicy(config, 23);
      });
      after(() => policy.dispose());

      it('reports the log-probabilities that a whole forward pass gives', async () => {
        const temperature = 1.3;
        const options = {
          maxTokens: 12,
          temperature,
          topP: 0.9,
          eosIds: new Set([4]),
          random: testRandom(1),
        };
        const groups = await generate(policy, prompts, 5, options);
        const samples = groups.flatMap((group, p) =>
          group.map(({ tokens }) => ({ prompt: prompts[p] as number[], response: tokens })),
        );
        const lengths = new Set(samples.map(({ response }) => response.length));
        assert.ok(lengths.size > 2, 'some sequences should end early');
        const logps_BT = tf.tidy(() => tokenLogprobs(policy, packSamples(samples), { temperature }).logps_BT);
        const expected = await logps_BT.array();
        logps_BT.dispose();
        groups.flat().forEach(({ tokens, logprobs, truncated }, b) => {
          assert.equal(logprobs.length, tokens.length);
          assert.equal(truncated, tokens.at(-1) !== 4);
          assert.ok(tokens.indexOf(4) === -1 || tokens.indexOf(4) === tokens.length - 1);
          logprobs.forEach((logprob, t) => {
            assert.ok(Math.abs(logprob - (expected[b]?.[t] as number)) < 1e-4, `sample ${b}, token ${t}`);
          });
        });
      });

      it('remembers long responses, whose lengths pass those that caches come in', async () => {
        const options = { maxTokens: 53, temperature: 1, eosIds: new Set([4]), random: testRandom(3) };
        const groups = await generate(policy, prompts, 4, options);
        const samples = groups.flatMap((group, p) =>
          group.map(({ tokens }) => ({ prompt: prompts[p] as number[], response: tokens })),
        );
        assert.ok(samples.some(({ response }) => response.length > 40));
        const logps_BT = tf.tidy(() => tokenLogprobs(policy, packSamples(samples)).logps_BT);
        const expected = await logps_BT.array();
        logps_BT.dispose();
        groups.flat().forEach(({ logprobs }, b) => {
          logprobs.forEach((logprob, t) => {
            assert.ok(Math.abs(logprob - (expected[b]?.[t] as number)) < 1e-4, `sample ${b}, token ${t}`);
          });
        });
      });

      it('takes the likeliest token each time at temperature 0', async () => {
        const weights = doublePrecision(await policy.snapshot());
        const options = { maxTokens: 6, temperature: 0, eosIds: new Set<number>(), random: testRandom(2) };
        const groups = await generate(policy, prompts, 1, options);
        groups.forEach(([sample], p) => {
          const tokens = [...(prompts[p] as number[])];
          for (const token of sample?.tokens ?? []) {
            const scores = referenceLogits(config, weights, tokens).at(-1) as number[];
            assert.equal(token, scores.indexOf(Math.max(...scores)));
            tokens.push(token);
          }
          assert.equal(tokens.length, (prompts[p] as number[]).length + 6);
        });
      }).timeout(60_000);

      it('gives the same twice, and to each sequence whatever the others do', async () => {
        const run = (...ids: number[]) =>
          generate(policy, prompts, 6, {
            maxTokens: 10,
            temperature: 1,
            eosIds: new Set(ids),
            random: testRandom(9),
          });
        const [first, second, endless] = [await run(4), await run(4), await run(-1)];
        assert.deepEqual(first, second);
        let ended = 0;
        first.flat().forEach((sample, i) => {
          const free = endless.flat()[i] as Generation;
          // Without an end token nobody leaves the batch; until their own end, all draw the same.
          assert.deepEqual(sample.tokens, free.tokens.slice(0, sample.tokens.length));
          if (!sample.truncated) ended++;
        });
        assert.ok(ended > 3, 'the comparison needs sequences that leave the batch');
      });
    });
  }

  it('leaves no tensor behind over 50 rounds of generating and updating', async () => {
    const policy = await livelyPolicy(tinyConfigs['llama'] as never, 4);
    const optimizer = new AdamW(policy);
    const counts: number[] = [];
    for (let round = 0; round < 50; round++) {
      const random = testRandom(round);
      const groups = await generate(policy, prompts, 3, {
        maxTokens: 6,
        temperature: 1,
        eosIds: new Set([4]),
        random,
      });
      const samples = groups.flatMap((group, p) =>
        group.map(({ tokens }) => ({ prompt: prompts[p] as number[], response: tokens })),
      );
      const found = gradientsOf(policy, () =>
        tf.neg(tf.mean(tokenLogprobs(policy, packSamples(samples)).logps_BT)),
      );
      await optimizer.step(found.gradients, { rate: 1e-3, clipNorm: 1, weightDecay: 0.01 });
      disposeGradients(found);
      counts.push(tf.memory().numTensors);
    }
    assert.deepEqual(new Set(counts).size, 1, `live tensors by round: ${counts.join(' ')}`);
    optimizer.dispose();
    policy.dispose();
  });

  it('gives nothing for no tokens, and one token for one', async () => {
    const policy = await livelyPolicy(tinyConfigs['qwen2'] as never, 4);
    const run = (maxTokens: number) =>
      generate(policy, prompts, 2, {
        maxTokens,
        temperature: 1,
        eosIds: new Set([4]),
        random: testRandom(3),
      });
    assert.ok((await run(0)).flat().every(({ tokens, truncated }) => tokens.length === 0 && truncated));
    assert.ok((await run(1)).flat().every(({ tokens }) => tokens.length === 1));
    assert.deepEqual(
      await generate(policy, [], 2, {
        maxTokens: 3,
        temperature: 1,
        eosIds: new Set([4]),
        random: testRandom(3),
      }),
      [],
    );
    policy.dispose();
  });
});

/** What a policy computes of its scores, on the backend. */
function softmax(logits: Float32Array, temperature = 1): Float32Array {
  return tf.tidy(() =>
    Float32Array.from(probabilitiesOf(tf.tensor2d(logits, [1, logits.length]), temperature).dataSync()),
  );
}

describe('drawing a token', () => {
  before(openTestBackend);

  const logits = Float32Array.from([0, 2, 1, -1, 2.5, -Infinity]);
  const probabilities = (temperature: number) => {
    const weights = Array.from(logits, (score) => Math.exp(score / temperature));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / total);
  };

  it('meets each token as often as its probability says', () => {
    for (const temperature of [0.7, 1, 1.6]) {
      const counts = new Array<number>(logits.length).fill(0);
      const draws = 20_000;
      const uniform = sequenceUniforms(testRandom(5));
      for (let i = 0; i < draws; i++) {
        const { token, logprob } = draw(softmax(logits, temperature), uniform(), { temperature, topP: 1 });
        counts[token] = (counts[token] ?? 0) + 1;
        assert.ok(Math.abs(logprob - Math.log(probabilities(temperature)[token] as number)) < 1e-6);
      }
      probabilities(temperature).forEach((p, token) => {
        // Four standard deviations.
        const error = Math.abs((counts[token] as number) / draws - p);
        assert.ok(error <= 4 * Math.sqrt((p * (1 - p)) / draws), `token ${token} at ${temperature}`);
      });
    }
  });

  it('draws only from the smallest set of tokens that holds topP', () => {
    const seen = new Set<number>();
    const uniform = sequenceUniforms(testRandom(6));
    for (let i = 0; i < 3000; i++)
      seen.add(draw(softmax(logits), uniform(), { temperature: 1, topP: 0.8 }).token);
    // The probabilities are about 0.52 (token 4), 0.31 (token 1) and less.
    assert.deepEqual([...seen].sort(), [1, 4]);
    assert.equal(draw(softmax(logits), 0.999, { temperature: 1, topP: 1e-9 }).token, 4);
  });

  it('draws the same of many rows at once as of one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1100 }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.record({ row: fc.nat(), bits: fc.nat(2 ** 32 - 1) }), { minLength: 1, maxLength: 11 }),
        fc.constantFrom(
          { temperature: 1, topP: 1 },
          { temperature: 0, topP: 1 },
          { temperature: 1, topP: 0.9 },
        ),
        async (V, rows, draws, options) => {
          const scores = tf.randomNormal([rows, V], 0, 3, 'float32', V) as tf.Tensor2D;
          const probabilities_AV = probabilitiesOf(scores, options.temperature);
          const requests = [{ row: 0, bits: 0 }, { row: 0, bits: 2 ** 32 - 1 }, ...draws].map((one) => ({
            row: one.row % rows,
            uniform: one.bits / 2 ** 32,
          }));
          const found = await drawAll(probabilities_AV, requests, options);
          const host = probabilities_AV.dataSync() as Float32Array;
          tf.dispose([scores, probabilities_AV]);
          requests.forEach(({ row, uniform }, i) => {
            const { token, logprob } = draw(host.subarray(row * V, (row + 1) * V), uniform, options);
            assert.equal(found[i]?.token, token);
            assert.equal(Math.fround(found[i].logprob), Math.fround(logprob));
          });
        },
      ),
      { numRuns: 100 },
    );
  });

  it('says that the model has diverged, instead of drawing from scores that are not finite', async () => {
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY]) {
      for (const at of [0, 1]) {
        const logits = Float32Array.of(1, 2, 3).fill(odd, at, at + 1);
        assert.throws(
          () => draw(softmax(logits), 0.5, { temperature: 1, topP: 1 }),
          /not finite: its weights have diverged/,
        );
        const two = tf.tensor2d([1, 2, 3, ...logits], [2, 3]);
        const probabilities_AV = probabilitiesOf(two, 1);
        const both = [0, 1].map((row) => ({ row, uniform: 0.5 }));
        await assert.rejects(
          drawAll(probabilities_AV, both, { temperature: 1, topP: 1 }),
          /not finite: its weights have diverged/,
        );
        tf.dispose([two, probabilities_AV]);
      }
    }
    const masked = Float32Array.of(1, Number.NEGATIVE_INFINITY, 0);
    assert.equal(draw(softmax(masked), 0, { temperature: 1, topP: 1 }).token, 0, 'a token may be ruled out');
  });

  it('gives sequences streams that differ and are spread evenly', () => {
    const random = testRandom(7);
    const streams = Array.from({ length: 200 }, () => sequenceUniforms(random));
    const firsts = streams.map((stream) => stream());
    assert.equal(new Set(firsts).size, 200);
    const mean = firsts.reduce((sum, value) => sum + value, 0) / 200;
    assert.ok(Math.abs(mean - 0.5) < 4 / Math.sqrt(12 * 200));
  });
});
