import assert from 'node:assert/strict';
import { AdamW } from '../../runtime/model/adamw.ts';
import type { AdamWOptions } from '../../runtime/model/adamw.ts';
import { accumulateGradients, disposeGradients, gradientsOf } from '../../runtime/model/gradients.ts';
import type { Policy } from '../../runtime/model/policy.ts';
import { tf } from '../../runtime/tensor/tf.ts';
import { openTestBackend } from '../support/backend.ts';
import type { doublePrecision } from './reference-transformer.ts';
import { livelyPolicy, testRandom, tinyConfigs } from './tiny-models.ts';

const options = { beta1: 0.8, beta2: 0.95, epsilon: 1e-6 };
const limits = { weightDecay: 0.1, clipNorm: 3 };

describe('AdamW', () => {
  let policy: Policy;
  before(openTestBackend);
  beforeEach(async () => {
    policy = await livelyPolicy(tinyConfigs['qwen3'] as never, 8);
  });
  afterEach(() => policy.dispose());

  it('follows its definition in double precision over 20 steps', async () => {
    const optimizer = new AdamW(policy, options);
    const weights = await memoryLayout(policy);
    const moments = new Map(
      [...weights].map(([name, w]) => [
        name,
        { m: new Float64Array(w.length), v: new Float64Array(w.length) },
      ]),
    );
    let clipped = 0;
    for (let step = 1; step <= 20; step++) {
      const gradients = randomGradients(policy, step, step % 3 === 0 ? 4 : 0.01);
      const host = await valuesOf(gradients);
      const rate = 0.01 / step;
      const norm = Math.sqrt(sum([...host.values()].flatMap((g) => [...g].map((x) => x * x))));
      const scale = Math.min(1, limits.clipNorm / norm);
      if (scale < 1) clipped++;
      for (const [name, w] of weights) {
        const { m, v } = moments.get(name) as { m: Float64Array; v: Float64Array };
        const decays = (policy.weights.get(name)?.rank ?? 0) > 1;
        w.forEach((before, i) => {
          const g = (host.get(name)?.[i] as number) * scale;
          m[i] = options.beta1 * (m[i] as number) + (1 - options.beta1) * g;
          v[i] = options.beta2 * (v[i] as number) + (1 - options.beta2) * g * g;
          const mHat = (m[i] as number) / (1 - options.beta1 ** step);
          const vHat = (v[i] as number) / (1 - options.beta2 ** step);
          const change =
            rate * (mHat / (Math.sqrt(vHat) + options.epsilon) + (decays ? limits.weightDecay * before : 0));
          w[i] = before - change;
        });
      }
      const report = await optimizer.step(gradients, { rate, ...limits });
      tf.dispose([...gradients.values()]);
      assert.equal(report.skipped, false);
      assert.ok(Math.abs(report.gradNorm - norm) < 1e-4 * norm, `norm ${report.gradNorm}, should be ${norm}`);
    }
    assert.ok(clipped >= 5 && clipped < 20);
    const found = await memoryLayout(policy);
    for (const [name, expected] of weights) {
      found.get(name)?.forEach((value, i) => {
        assert.ok(
          Math.abs(value - (expected[i] as number)) < 2e-5,
          `${name}[${i}]: ${value}, not ${expected[i]}`,
        );
      });
    }
    optimizer.dispose();
  });

  it('goes on from a saved state to the bit', async () => {
    const run = async (optimizer: AdamW, from: number, to: number) => {
      for (let step = from; step <= to; step++) {
        const gradients = randomGradients(policy, step, 1);
        await optimizer.step(gradients, { rate: 1e-2, ...limits });
        tf.dispose([...gradients.values()]);
      }
    };
    const optimizer = new AdamW(policy, options);
    await run(optimizer, 1, 3);
    const [weights, state] = [await policy.snapshot(), await optimizer.state()];
    await run(optimizer, 4, 6);
    const straight = await policy.snapshot();
    policy.restore(weights);
    const resumed = new AdamW(policy, options);
    resumed.restore(state);
    assert.equal(resumed.count, 3);
    await run(resumed, 4, 6);
    assert.deepEqual(await policy.snapshot(), straight);
    optimizer.dispose();
    resumed.dispose();
  });

  it('starts afresh after clear', async () => {
    const weights = await policy.snapshot();
    const after = async (optimizer: AdamW) => {
      policy.restore(weights);
      const gradients = randomGradients(policy, 1, 1);
      await optimizer.step(gradients, { rate: 1e-2, ...limits });
      tf.dispose([...gradients.values()]);
      return policy.snapshot();
    };
    const optimizer = new AdamW(policy, options);
    const first = await after(optimizer);
    const second = await after(optimizer);
    assert.notDeepEqual(second, first);
    optimizer.clear();
    assert.deepEqual(await after(optimizer), first);
    optimizer.dispose();
  });

  it('changes nothing on a gradient that is not finite, and says so', async () => {
    const optimizer = new AdamW(policy, options);
    const [weights, state] = [await policy.snapshot(), await optimizer.state()];
    for (const bad of [NaN, Infinity]) {
      const gradients = randomGradients(policy, 1, 1);
      const name = 'model.layers.1.mlp.up_proj.weight';
      gradients.get(name)?.dispose();
      gradients.set(name, tf.fill(policy.weight(name).shape, bad));
      const report = await optimizer.step(gradients, { rate: 1e-2, ...limits });
      tf.dispose([...gradients.values()]);
      assert.equal(report.skipped, true);
    }
    assert.deepEqual(await policy.snapshot(), weights);
    assert.deepEqual(await optimizer.state(), state);
    optimizer.dispose();
  });

  it('refuses a state that does not fit', async () => {
    const optimizer = new AdamW(policy, options satisfies AdamWOptions);
    const state = await optimizer.state();
    const tensors = new Map(state.tensors);
    tensors.delete('v.model.norm.weight');
    assert.throws(() => optimizer.restore({ step: 1, tensors }), /v\.model\.norm\.weight/);
    optimizer.dispose();
  });
});

describe('accumulated gradients', () => {
  before(openTestBackend);

  it('are the sums of the parts, with their losses and by-products, and leave nothing behind', async () => {
    const policy = await livelyPolicy(tinyConfigs['llama'] as never, 8);
    const before = tf.memory().numTensors;
    const part = (factor: number) => () => {
      const loss = tf.mul(tf.sum(tf.square(policy.weight('model.norm.weight'))), factor) as tf.Scalar;
      return { loss, aside: { count: tf.scalar(factor) } };
    };
    const parts = accumulateGradients(policy, [part(1), part(2), part(4)]);
    const whole = gradientsOf(policy, part(7));
    const [a, b] = [await valuesOf(parts.gradients), await valuesOf(whole.gradients)];
    for (const [name, values] of b) {
      values.forEach((value, i) => assert.ok(Math.abs(value - (a.get(name)?.[i] as number)) < 1e-5, name));
    }
    assert.equal((await parts.aside['count']?.data())?.[0], 7);
    assert.ok(
      Math.abs(((await parts.loss.data())[0] as number) - ((await whole.loss.data())[0] as number)) < 1e-3,
    );
    disposeGradients(parts);
    disposeGradients(whole);
    assert.equal(tf.memory().numTensors, before);
    policy.dispose();
  });
});

function randomGradients(policy: Policy, seed: number, size: number): Map<string, tf.Tensor> {
  const random = testRandom(seed);
  return new Map(
    [...policy.weights].map(([name, { shape, size: count }]) => [
      name,
      tf.tensor(
        Float32Array.from({ length: count }, () => size * (random.next() - 0.4)),
        shape,
      ),
    ]),
  );
}

async function valuesOf(tensors: ReadonlyMap<string, tf.Tensor>): Promise<Map<string, Float32Array>> {
  const values = new Map<string, Float32Array>();
  for (const [name, tensor] of tensors) values.set(name, (await tensor.data()) as Float32Array);
  return values;
}

async function memoryLayout(policy: Policy): Promise<ReturnType<typeof doublePrecision>> {
  const values = await valuesOf(policy.weights);
  return new Map([...values].map(([name, data]) => [name, Float64Array.from(data)]));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
