import assert from 'node:assert/strict';
import { packMicroBatches, packSamples } from '../../runtime/model/batch.ts';
import { disposeGradients, gradientsOf } from '../../runtime/model/gradients.ts';
import { tokenLogprobs } from '../../runtime/model/logprobs.ts';
import type { Policy } from '../../runtime/model/policy.ts';
import { tf } from '../../runtime/tensor/tf.ts';
import { openTestBackend } from '../support/backend.ts';
import { centralDifference, doublePrecision, referenceLogprobs } from './reference-transformer.ts';
import type { Weights } from './reference-transformer.ts';
import { livelyPolicy, tinyConfigs, tinySamples } from './tiny-models.ts';

const temperature = 0.8;

describe('the transformer', () => {
  before(openTestBackend);

  for (const [name, config] of Object.entries(tinyConfigs)) {
    describe(name, () => {
      let policy: Policy;
      let weights: Weights;
      const samples = tinySamples(config.vocabularySize, 5);

      before(async () => {
        policy = await livelyPolicy(config, 11);
        weights = doublePrecision(await policy.snapshot());
      });
      after(() => policy.dispose());

      it('gives the log-probabilities and entropies of its definition, at every token', async () => {
        const batch = packSamples(samples);
        const { logps_BT, entropy_BT } = tf.tidy(() => {
          const both = tokenLogprobs(policy, batch, { temperature, wantEntropy: true });
          return { logps_BT: both.logps_BT, entropy_BT: both.entropy_BT as tf.Tensor2D };
        });
        const [logps, entropies] = await Promise.all([logps_BT.array(), entropy_BT.array()]);
        tf.dispose([logps_BT, entropy_BT]);
        samples.forEach(({ prompt, response }, b) => {
          const expected = referenceLogprobs(config, weights, prompt, response, temperature);
          for (let t = 0; t < batch.responseLength; t++) {
            near(logps[b]?.[t], expected[t]?.logprob ?? 0, 1e-4, `log p of sample ${b}, token ${t}`);
            near(entropies[b]?.[t], expected[t]?.entropy ?? 0, 1e-4, `entropy of sample ${b}, token ${t}`);
          }
        });
      });

      it('gives the same to a sample alone, in company and in micro-batches', async () => {
        const together = await logprobsOf(policy, [packSamples(samples)]);
        const alone = await logprobsOf(
          policy,
          samples.map((sample) => packSamples([sample])),
        );
        const split = await logprobsOf(policy, packMicroBatches(samples, 12));
        assert.equal(
          together.length,
          samples.reduce((sum, { response }) => sum + response.length, 0),
        );
        together.forEach((value, i) => {
          near(alone[i], value, 1e-5, `alone, token ${i}`);
          near(split[i], value, 1e-5, `split, token ${i}`);
        });
      });

      for (const wantEntropy of [false, true]) {
        const of = wantEntropy ? 'log-probabilities and entropies' : 'log-probabilities';
        it(`has the gradients that finite differences of the definition give, of ${of}`, async () => {
          // A weighted sum, with weights of both signs, so that no part of the gradient cancels by symmetry.
          const weightOf = (b: number, t: number) => Math.cos(1 + b * 3 + t);
          const entropyWeightOf = (b: number, t: number) => (wantEntropy ? Math.sin(2 + b + 2 * t) : 0);
          const batch = packSamples(samples);
          const tableOf = (valueOf: typeof weightOf) =>
            tf.tensor2d(
              Array.from({ length: batch.size }, (_, b) =>
                Array.from({ length: batch.responseLength }, (_, t) => valueOf(b, t)),
              ),
            );
          const found = gradientsOf(policy, () => {
            const { logps_BT, entropy_BT } = tokenLogprobs(policy, batch, { temperature, wantEntropy });
            const sum = tf.sum(tf.mul(logps_BT, tableOf(weightOf)));
            if (entropy_BT === undefined) return sum as tf.Scalar;
            return tf.add(sum, tf.sum(tf.mul(entropy_BT, tableOf(entropyWeightOf)))) as tf.Scalar;
          });
          const loss = () =>
            samples
              .flatMap(({ prompt, response }, b) =>
                referenceLogprobs(config, weights, prompt, response, temperature).map(
                  ({ logprob, entropy }, t) => logprob * weightOf(b, t) + entropy * entropyWeightOf(b, t),
                ),
              )
              .reduce((sum, value) => sum + value, 0);
          for (const [weight, gradient] of found.gradients) {
            const values = weights.get(weight) as Float64Array;
            const inFile =
              gradient.rank === 2 && !/embed|lm_head/.test(weight) ? tf.transpose(gradient) : gradient;
            const host = await inFile.data();
            assert.equal(host.length, values.length, weight);
            // Two entries of each weight: the first that is likely to matter and one in the middle.
            for (const index of [
              (samples[0]?.response[0] ?? 0) % values.length,
              Math.floor(values.length / 2),
            ]) {
              const expected = centralDifference(values, index, loss);
              near(host[index], expected, 2e-4 * Math.max(1, Math.abs(expected)), `${weight}[${index}]`);
            }
          }
          near((await found.loss.data())[0], loss(), 1e-3, 'the loss');
          disposeGradients(found);
        }).timeout(60_000);
      }
    });
  }

  it('frees everything but its results', async () => {
    const policy = await livelyPolicy(tinyConfigs['qwen3'] as never, 3);
    const batch = packSamples(tinySamples(policy.config.vocabularySize, 5));
    const before = tf.memory().numTensors;
    for (let i = 0; i < 3; i++) {
      const found = gradientsOf(policy, () => {
        const { logps_BT } = tokenLogprobs(policy, batch);
        return { loss: tf.mean(logps_BT), aside: { lowest: tf.min(logps_BT) } };
      });
      disposeGradients(found);
    }
    assert.equal(tf.memory().numTensors, before);
    policy.dispose();
  });
});

async function logprobsOf(policy: Policy, batches: ReturnType<typeof packSamples>[]): Promise<number[]> {
  const values: number[] = [];
  for (const batch of batches) {
    const logps_BT = tf.tidy(() => tokenLogprobs(policy, batch).logps_BT);
    const rows = await logps_BT.array();
    logps_BT.dispose();
    rows.forEach((row, b) => values.push(...row.slice(0, batch.lengths_B[b])));
  }
  return values;
}

function near(found: number | undefined, expected: number, tolerance: number, what: string): void {
  assert.ok(
    found !== undefined && Math.abs(found - expected) <= tolerance,
    `${what}: ${found} should be ${expected} within ${tolerance}`,
  );
}
