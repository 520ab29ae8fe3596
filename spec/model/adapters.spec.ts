import assert from 'node:assert/strict';
import {
  adapterParameters,
  adapterTargets,
  type AdapterTarget,
  type Lora,
} from '../../runtime/graph/lora.ts';
import { Adapters } from '../../runtime/model/adapters.ts';
import { AdamW } from '../../runtime/model/adamw.ts';
import { packSamples } from '../../runtime/model/batch.ts';
import type { ModelConfig } from '../../runtime/model/config.ts';
import { generate } from '../../runtime/model/generate.ts';
import { disposeGradients, gradientsOf } from '../../runtime/model/gradients.ts';
import { tokenLogprobs } from '../../runtime/model/logprobs.ts';
import type { Policy } from '../../runtime/model/policy.ts';
import { tf } from '../../runtime/tensor/tf.ts';
import { openTestBackend } from '../support/backend.ts';
import {
  centralDifference,
  doublePrecision,
  referenceLogprobs,
  type Weights,
} from './reference-transformer.ts';
import { livelyPolicy, testRandom, tinyConfigs, tinySamples } from './tiny-models.ts';

const lora: Lora = { rank: 3, alpha: 6, targets: [...adapterTargets] };
const some: Lora = { rank: 2, alpha: 1, targets: ['q_proj', 'v_proj', 'down_proj'] };

/** A model with adapters whose A and B are both away from 0. */
async function lively(config: ModelConfig, settings: Lora): Promise<Policy> {
  const model = await livelyPolicy(config, 11);
  const policy = model.with(Adapters.blank(config, settings));
  model.dispose();
  const random = testRandom(12);
  const data = await policy.snapshot();
  for (const { data: values } of data.values()) {
    for (let i = 0; i < values.length; i++) values[i] = (random.next() - 0.5) * 0.6;
  }
  policy.restore(data);
  return policy;
}

async function logprobs(policy: Policy): Promise<number[][]> {
  const batch = packSamples(tinySamples(policy.config.vocabularySize, 5));
  const logps_BT = tf.tidy(() => tokenLogprobs(policy, batch).logps_BT);
  const values = await logps_BT.array();
  logps_BT.dispose();
  return values;
}

describe('adapters', () => {
  before(openTestBackend);

  for (const [name, config] of Object.entries(tinyConfigs)) {
    describe(name, () => {
      it('leave the model as it is while B is 0, to the bit', async () => {
        const model = await livelyPolicy(config, 11);
        const policy = model.with(Adapters.fresh(config, lora, () => testRandom(1)));
        assert.deepEqual(await logprobs(policy), await logprobs(model));
        policy.dispose();
        model.dispose();
      });

      it('give beside the weights what they give taken into them', async () => {
        for (const settings of [lora, some]) {
          const policy = await lively(config, settings);
          const whole = policy.merged();
          const [beside, within] = [(await logprobs(policy)).flat(), (await logprobs(whole)).flat()];
          beside.forEach((value, i) =>
            assert.ok(Math.abs(value - within[i]!) < 1e-5, `${value} ${within[i]}`),
          );
          policy.dispose();
          whole.dispose();
        }
      });

      it('have the gradients that finite differences of the definition give, and nothing else has any', async () => {
        const policy = await lively(config, some);
        const model = policy.withoutAdapters();
        const [frozen, own] = [
          doublePrecision(await model.snapshot()),
          doublePrecision(await policy.snapshot()),
        ];
        model.dispose();
        const samples = tinySamples(config.vocabularySize, 5);
        const batch = packSamples(samples);
        const weightOf = (b: number, t: number) => Math.cos(1 + b * 3 + t);
        const factors = Array.from({ length: batch.size }, (_, b) =>
          Array.from({ length: batch.responseLength }, (_, t) => weightOf(b, t)),
        );
        const found = gradientsOf(policy, () =>
          tf.sum(tf.mul(tokenLogprobs(policy, batch).logps_BT, tf.tensor2d(factors))),
        );
        const loss = () => {
          const weights = taken(frozen, own, some);
          return samples
            .flatMap(({ prompt, response }, b) =>
              referenceLogprobs(config, weights, prompt, response, 1).map(
                ({ logprob }, t) => logprob * weightOf(b, t),
              ),
            )
            .reduce((sum, value) => sum + value, 0);
        };
        assert.deepEqual([...found.gradients.keys()], [...own.keys()]);
        for (const [weight, gradient] of found.gradients) {
          const values = own.get(weight)!;
          const inFile = tf.transpose(gradient);
          const host = await inFile.data();
          inFile.dispose();
          for (const index of [0, Math.floor(values.length / 2)]) {
            const expected = centralDifference(values, index, loss);
            const near = Math.abs(host[index]! - expected) <= 2e-4 * Math.max(1, Math.abs(expected));
            assert.ok(near, `${weight}[${index}]: ${host[index]} should be ${expected}`);
          }
        }
        disposeGradients(found);
        policy.dispose();
      }).timeout(60_000);

      it('sample as they judge: log-probabilities of the rollout are those of the update', async () => {
        const policy = await lively(config, lora);
        const prompts = [[1, 2, 3], [4]];
        const options = { maxTokens: 8, temperature: 1, eosIds: new Set<number>(), random: testRandom(3) };
        const groups = await generate(policy, prompts, 2, options);
        const samples = groups.flatMap((group, p) =>
          group.map(({ tokens }) => ({ prompt: prompts[p]!, response: tokens })),
        );
        const logps_BT = tf.tidy(() => tokenLogprobs(policy, packSamples(samples)).logps_BT);
        const expected = await logps_BT.array();
        logps_BT.dispose();
        groups
          .flat()
          .forEach((sample, b) =>
            sample.logprobs.forEach((value, t) => assert.ok(Math.abs(value - expected[b]![t]!) < 1e-4)),
          );
        policy.dispose();
      });
    });
  }

  it('are all that an update moves, and all that a snapshot holds', async () => {
    const config = tinyConfigs['qwen3']!;
    const model = await livelyPolicy(config, 11);
    const policy = model.with(Adapters.fresh(config, some, () => testRandom(1)));
    const optimizer = new AdamW(policy);
    const batch = packSamples(tinySamples(config.vocabularySize, 5));
    const before = await policy.snapshot();
    for (let i = 0; i < 2; i++) {
      const found = gradientsOf(policy, () => tf.neg(tf.mean(tokenLogprobs(policy, batch).logps_BT)));
      await optimizer.step(found.gradients, { rate: 0.01 });
      disposeGradients(found);
    }
    const after = await policy.snapshot();
    for (const [name, { data }] of after) assert.notDeepEqual(data, before.get(name)!.data, name);
    assert.deepEqual(await policy.frozen(), await model.snapshot());
    const { tensors } = await optimizer.state();
    assert.deepEqual(
      [...tensors.keys()],
      [...after.keys()].flatMap((name) => [`m.${name}`, `v.${name}`]),
    );
    optimizer.dispose();
    policy.dispose();
    model.dispose();
  });

  it('cost a copy of themselves in clones, not one of the model', async () => {
    const config = tinyConfigs['qwen3']!;
    const policy = await lively(config, some);
    const before = tf.memory().numDataBuffers;
    const clone = policy.clone();
    const other = policy.withoutAdapters();
    assert.equal(tf.memory().numDataBuffers, before, 'storage is shared');
    clone.restore(await policy.snapshot());
    const own = policy.trained.byName.size;
    assert.equal(tf.memory().numDataBuffers, before + own, 'the adapters alone have become two');
    clone.dispose();
    other.dispose();
    policy.dispose();
  });

  it('are counted by their shapes', () => {
    for (const config of Object.values(tinyConfigs)) {
      for (const settings of [lora, some]) {
        const adapters = Adapters.blank(config, settings);
        assert.equal(adapters.weights.size, adapterParameters(config, settings));
        adapters.dispose();
      }
    }
  });

  it('begin within 1 / sqrt(in), the same whichever other layers have one', async () => {
    const config = tinyConfigs['llama']!;
    const made = async (targets: AdapterTarget[]) => {
      const adapters = Adapters.fresh(config, { ...some, targets }, (name) => testRandom(name.length));
      const data = await adapters.weights.snapshot();
      adapters.dispose();
      return data;
    };
    const [all, one] = [await made([...adapterTargets]), await made(['up_proj'])];
    for (const [name, tensor] of one) assert.deepEqual(tensor, all.get(name));
    for (const [name, { shape, data }] of all) {
      const largest = Math.max(...data.map(Math.abs));
      const bound = name.includes('lora_A') ? 1 / Math.sqrt(shape[1]!) : 0;
      assert.ok(largest <= bound && largest >= 0.8 * bound, `${name}: ${largest}, bound ${bound}`);
    }
  });
});

/** The weights with the adapters taken in, in double precision and the file's layout. */
function taken(frozen: Weights, own: Weights, { rank, alpha }: Lora): Weights {
  const weights = new Map(frozen);
  for (const [name, a] of own) {
    if (!name.endsWith('.lora_A.weight')) continue;
    const layer = name.slice(0, -'.lora_A.weight'.length);
    const b = own.get(`${layer}.lora_B.weight`)!;
    const [input, out] = [a.length / rank, b.length / rank];
    const sum = Float64Array.from(frozen.get(`${layer}.weight`)!);
    for (let o = 0; o < out; o++) {
      for (let i = 0; i < input; i++) {
        for (let r = 0; r < rank; r++) {
          sum[o * input + i]! += (alpha / rank) * b[o * rank + r]! * a[r * input + i]!;
        }
      }
    }
    weights.set(`${layer}.weight`, sum);
  }
  return weights;
}
