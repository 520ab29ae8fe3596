import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  adapterTargets,
  limitsWithin,
  loadOf,
  memoryLines,
  memoryNeeds,
  memoryText,
  parametersOf,
  type DecoderShape,
  type Lora,
  type MemoryLoad,
} from '../../runtime/graph/index.ts';
import { exampleGraph } from './example.ts';

const shape: fc.Arbitrary<DecoderShape> = fc.record({
  vocabularySize: fc.integer({ min: 100, max: 150_000 }),
  width: fc.integer({ min: 64, max: 2048 }),
  hiddenWidth: fc.integer({ min: 64, max: 8192 }),
  layers: fc.integer({ min: 1, max: 40 }),
  heads: fc.integer({ min: 1, max: 32 }),
  keyValueHeads: fc.integer({ min: 1, max: 8 }),
  headWidth: fc.integer({ min: 16, max: 128 }),
  tiedEmbeddings: fc.boolean(),
  maxPositions: fc.constant(8192),
});
const lora: fc.Arbitrary<Lora | null> = fc.option(
  fc.record({
    rank: fc.integer({ min: 1, max: 64 }),
    alpha: fc.constant(32),
    targets: fc.subarray([...adapterTargets], { minLength: 1 }),
  }),
);
const load: fc.Arbitrary<MemoryLoad> = fc.record({
  lora,
  reference: fc.boolean(),
  longest: fc.integer({ min: 32, max: 4096 }),
  rows: fc.integer({ min: 4096, max: 1_000_000 }),
  sequences: fc.integer({ min: 1, max: 8192 }),
});
const most = { rows: 16_384, sequences: 512 };
const budget = fc.integer({ min: 2 ** 28, max: 2 ** 38 });

describe('memory', () => {
  it('limits keep the peak within the budget, and could not be wider', () => {
    fc.assert(
      fc.property(shape, load, budget, (of, asked, bytes) => {
        const limits = limitsWithin(bytes, of, asked, most);
        if (limits === null) return;
        const needs = memoryNeeds(of, asked, limits);
        assert.ok(needs.peak <= bytes, `${needs.peak} of ${bytes}`);
        assert.ok(limits.rows >= Math.min(asked.longest, most.rows) && limits.sequences >= 1);
        if (limits.rows === most.rows) return;
        const wider = memoryNeeds(
          of,
          { ...asked, rows: 2 * limits.rows },
          { ...limits, rows: limits.rows + 1 },
        );
        assert.ok(wider.peak > bytes);
      }),
    );
  });

  it('refuses only where the longest sequence alone is too much', () => {
    fc.assert(
      fc.property(shape, load, budget, (of, asked, bytes) => {
        const alone = memoryNeeds(of, asked, { rows: asked.longest, sequences: 1 });
        assert.equal(limitsWithin(bytes, of, asked, most) === null, alone.peak > bytes);
      }),
    );
  });

  it('asks for what the stages do at their greatest', () => {
    const graph = exampleGraph();
    const { reference, rows, sequences, longest } = loadOf(graph, {
      ...fc.sample(shape, { numRuns: 1, seed: 1 })[0]!,
      maxPositions: 150,
    });
    assert.equal(reference, true);
    assert.equal(longest, 150, 'the context bounds the longest sequence');
    assert.ok(rows >= 16 * 64 && sequences >= 128 * 16);
  });

  it('holds gradients, moments and a reference of adapters alone', () => {
    fc.assert(
      fc.property(shape, load, (of, asked) => {
        const whole = memoryNeeds(of, { ...asked, lora: null }, most);
        const adapted = memoryNeeds(of, asked, most);
        if (asked.lora === null) return;
        const trained = adapted.adapters;
        assert.ok(trained > 0);
        assert.equal(adapted.moments, 2 * trained);
        assert.equal(adapted.reference, asked.reference ? trained : 0);
        assert.equal(adapted.policy, whole.policy);
        assert.ok(Math.abs(adapted.gradients / trained - whole.gradients / whole.policy) < 1e-9);
      }),
    );
  });

  it('counts the weights of a decoder', () => {
    const of = { vocabularySize: 10, width: 4, hiddenWidth: 6, layers: 2, heads: 2, keyValueHeads: 1 };
    const tied = { ...of, headWidth: 2, tiedEmbeddings: true, maxPositions: 8 };
    // A layer: queries and output 2 x 16, keys and values 2 x 8, feed-forward 3 x 24, norms 8.
    assert.equal(parametersOf(tied), 40 + 2 * (32 + 16 + 72 + 8) + 4);
    assert.equal(parametersOf({ ...tied, tiedEmbeddings: false }), parametersOf(tied) + 40);
  });

  it('tells the peak last, and bytes as people write them', () => {
    const [of] = fc.sample(shape, { numRuns: 1, seed: 1 });
    const [asked] = fc.sample(load, { numRuns: 1, seed: 1 });
    const lines = memoryLines(of!, asked!, most);
    assert.equal(lines.at(-1)!.bytes, memoryNeeds(of!, asked!, most).peak);
    assert.deepEqual([12, 2048, 1.5 * 2 ** 20, 840 * 2 ** 20, 5.24 * 2 ** 30].map(memoryText), [
      '12 bytes',
      '2 KiB',
      '1.5 MiB',
      '840 MiB',
      '5.2 GiB',
    ]);
  });
});
