import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseModelConfig, type ModelConfig } from '../../runtime/model/config.ts';
import type { Decoder, Decoding } from '../../runtime/model/decoder.ts';
import { LayeredDecoder } from '../../runtime/model/layered-decoder.ts';
import { hasPackedDecoder, PackedDecoder } from '../../runtime/model/packed-decoder.ts';
import { hasNativeKernels } from '../../runtime/tensor/native-kernels.ts';
import { nativeOperation } from '../../runtime/tensor/native-operation.ts';
import { tf } from '../../runtime/tensor/tf.ts';
import { openTestBackend } from '../support/backend.ts';
import { livelyPolicy } from './tiny-models.ts';

/** Shapes on both sides of what a register, a tile and a block hold. */
const length = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 41, max: 700 }));

const models = fc
  .record({
    family: fc.constantFrom('llama', 'qwen2', 'qwen3'),
    width: fc.constantFrom(16, 48, 96),
    hidden: fc.constantFrom(16, 80),
    keyValueHeads: fc.integer({ min: 1, max: 3 }),
    perGroup: fc.integer({ min: 1, max: 3 }),
    headWidth: fc.constantFrom(16, 32),
    vocabulary: fc.integer({ min: 2, max: 90 }),
    tied: fc.boolean(),
  })
  .map(({ family, width, hidden, keyValueHeads, perGroup, headWidth, vocabulary, tied }) =>
    parseModelConfig({
      model_type: family,
      vocab_size: vocabulary,
      hidden_size: width,
      intermediate_size: hidden,
      num_hidden_layers: 2,
      num_attention_heads: keyValueHeads * perGroup,
      num_key_value_heads: keyValueHeads,
      head_dim: headWidth,
      max_position_embeddings: 128,
      tie_word_embeddings: tied,
      ...(family === 'llama' ? { attention_bias: true, mlp_bias: true } : {}),
    }),
  );

/** Prompts' lengths, which prompt each row continues, and which rows stay after which step. */
const decodings = fc
  .record({
    lengths: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 }),
    perPrompt: fc.integer({ min: 1, max: 20 }),
    steps: fc.integer({ min: 1, max: 20 }),
    retainAt: fc.integer({ min: 0, max: 10 }),
    temperature: fc.constantFrom(0, 0.7, 1),
  })
  .map(({ lengths, perPrompt, ...rest }) => ({
    lengths,
    promptOfRow_A: Int32Array.from(lengths.flatMap((_, p) => Array.from({ length: perPrompt }, () => p))),
    ...rest,
  }));

describe('decoding on packed weights', () => {
  before(openTestBackend);

  it('gives probabilities whatever the rows, the width and the vocabulary', function () {
    if (!hasNativeKernels()) this.skip();
    const widths = fc.integer({ min: 1, max: 160 }).map((registers) => 16 * registers);
    fc.assert(
      fc.property(length, widths, length, (rows, width, columns) => {
        tf.tidy(() => {
          const x = tf.randomNormal([rows, width], 0, 1, 'float32', 1) as tf.Tensor2D;
          const head = tf.randomNormal([columns, width], 0, 0.1, 'float32', 2) as tf.Tensor2D;
          const gain = tf.ones([width]) as tf.Tensor1D;
          const transposed = tf.tensor1d([1], 'int32');
          const [panels] = nativeOperation('ProrlPack', {}, [head, transposed], 1) as [tf.Tensor];
          const [found] = nativeOperation(
            'ProrlNextProbabilities',
            {},
            [x, gain, panels, tf.tensor1d([columns], 'int32'), tf.scalar(1e-5), tf.scalar(0.7)],
            1,
          ) as [tf.Tensor];
          const unit = tf.div(x, tf.sqrt(tf.add(tf.mean(tf.square(x), 1, true), 1e-5))) as tf.Tensor2D;
          near(found, tf.softmax(tf.mul(tf.matMul(unit, head, false, true), 0.7)), 2e-5);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('gives what the layers give one by one, whatever the shape', async function () {
    if (!hasNativeKernels()) this.skip();
    await fc.assert(
      fc.asyncProperty(models, decodings, async (config, decoding) => {
        const policy = await livelyPolicy(config, 5);
        const { prompts, dispose } = randomPrompts(config, decoding.lengths);
        const given = { prompts, capacity: decoding.steps, ...decoding };
        assert.ok(hasPackedDecoder(config));
        const [packed, layered] = [new PackedDecoder(policy, given), new LayeredDecoder(policy, given)];
        walk([packed, layered], given, config.vocabularySize, decoding.retainAt);
        [packed, layered, policy, { dispose }].forEach((one) => one.dispose());
      }),
      { numRuns: 25 },
    );
  });

  it('says what is wrong with a call that does not fit, and goes on', function () {
    if (!hasNativeKernels()) this.skip();
    tf.tidy(() => {
      const pack = (matrix: tf.Tensor) =>
        nativeOperation('ProrlPack', {}, [matrix, tf.tensor1d([0], 'int32')], 1)[0] as tf.Tensor;
      assert.throws(() => pack(tf.ones([0, 4])), /ProrlPack: input 0 is empty/);
      assert.throws(() => pack(tf.ones([4])), /ProrlPack: input 0 has too few axes/);
      const panels = pack(tf.ones([16, 3]));
      const next = (columns: number) =>
        nativeOperation(
          'ProrlNextProbabilities',
          {},
          [
            tf.ones([2, 16]),
            tf.ones([16]),
            panels,
            tf.tensor1d([columns], 'int32'),
            tf.scalar(1e-5),
            tf.scalar(1),
          ],
          1,
        )[0] as tf.Tensor;
      assert.throws(() => next(3000), /ProrlNextProbabilities: input 2 has the wrong size/);
      near(next(3), tf.fill([2, 3], 1 / 3), 1e-6);
    });
  });

  it('gives the same bits on any number of threads', function () {
    if (!hasNativeKernels()) this.skip();
    const bits = ['1', '2', '5'].map((threads) => {
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        ['--import', 'tsx', join(import.meta.dirname, 'packed-bits.ts')],
        { encoding: 'utf8', env: { ...process.env, TF_NUM_INTRAOP_THREADS: threads } },
      );
      assert.equal(status, 0, stderr);
      return stdout;
    });
    assert.match(bits[0] as string, /^[0-9a-f]{64}\n$/);
    assert.deepEqual(new Set(bits).size, 1, bits.join(''));
  });
});

/** Both take the same tokens; after a step half of the rows leave. */
function walk(
  [packed, layered]: [Decoder, Decoder],
  { promptOfRow_A, prompts, capacity }: Decoding,
  vocabulary: number,
  retainAt: number,
): void {
  let places = Array.from(promptOfRow_A, (p) => prompts.lengths_P[p] as number);
  for (let step = 0; step < capacity; step++) {
    const tokens_A = Int32Array.from(places, (_, a) => (7 * a + 3 * step) % vocabulary);
    const positions_A = Int32Array.from(places, (length) => length + step);
    const found = packed.step(tokens_A, positions_A);
    const padded = layered.step(tokens_A, positions_A);
    const expected = tf.slice(padded, [0, 0], found.shape);
    near(found, expected, 1e-4);
    tf.dispose([found, padded, expected]);
    if (step === retainAt && places.length > 1) {
      const kept = Int32Array.from(places.keys()).filter((a) => a % 2 === 1);
      [packed, layered].forEach((decoder) => decoder.retain(kept));
      places = Array.from(kept, (a) => places[a] as number);
    }
  }
}

function randomPrompts({ layers, keyValueHeads, headWidth }: ModelConfig, lengths: readonly number[]) {
  const rows = lengths.reduce((sum, one) => sum + one, 0);
  const random = (seed: number) =>
    Array.from({ length: layers }, (_, layer) =>
      tf.randomNormal([rows, keyValueHeads * headWidth], 0, 1, 'float32', seed + layer),
    ) as tf.Tensor2D[];
  const starts_P = Int32Array.from(lengths, (_, p) => lengths.slice(0, p).reduce((sum, one) => sum + one, 0));
  const prompts = {
    keys_NK: random(1),
    values_NK: random(10),
    starts_P,
    lengths_P: Int32Array.from(lengths),
  };
  return { prompts, dispose: () => tf.dispose([...prompts.keys_NK, ...prompts.values_NK]) };
}

function near(found: tf.Tensor, expected: tf.Tensor, within: number): void {
  assert.deepEqual(found.shape, expected.shape);
  const worst = tf.tidy(() => tf.max(tf.abs(tf.sub(found, expected))).dataSync()[0]!);
  assert.ok(worst <= within, `${worst} apart`);
}
