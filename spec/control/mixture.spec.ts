import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MixtureSampler, drawMetrics, type SchedulePoint } from '../../runtime/control/index.ts';
import { ProrlError } from '../../runtime/errors.ts';
import type { Mixture } from '../../runtime/graph/index.ts';
import { entry } from '../graph/example.ts';

const at = (steps: number): SchedulePoint => ({ steps, tokens: 0, metrics: {} });
const three: Mixture = { entries: [entry('a', 3), entry('b', 1), entry('c', 0)], curriculum: null };

describe('the mixture sampler', () => {
  it('draws in proportion to the weights, and nothing of weight 0', () => {
    const sampler = new MixtureSampler('puzzles', three, 17);
    sampler.draw(20000, at(0));
    const [a, b, c] = sampler.shares();
    assert.equal(a?.requested, 0.75);
    assert.ok(Math.abs((a?.realised ?? 0) - 0.75) < 0.015);
    assert.ok(Math.abs((b?.realised ?? 0) - 0.25) < 0.015);
    assert.deepEqual(c, { name: 'c', drawn: 0, requested: 0, realised: 0 });
  });

  it('draws the same tasks whatever the batch size, numbering each task for itself', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
        (seed, batches) => {
          const one = new MixtureSampler('m', three, seed);
          const many = new MixtureSampler('m', three, seed);
          const total = batches.reduce((a, b) => a + b, 0);
          const draws = batches.flatMap((n, step) => many.draw(n, at(step)));
          assert.deepEqual(one.draw(total, at(0)), draws);
          for (const name of ['a', 'b']) {
            const numbers = draws.filter((d) => d.entry.name === name).map((d) => d.nth);
            assert.deepEqual(
              numbers,
              numbers.map((_, i) => i),
            );
          }
        },
      ),
    );
  });

  it('follows scheduled weights and the steps at which entries start and end', () => {
    const late = { ...entry('late', 1), from: 101, until: 201 };
    const rising = {
      ...entry('rising'),
      weight: {
        over: 'steps' as const,
        pieces: [{ shape: 'linear' as const, from: 0, to: 200, start: 1, end: 3 }],
      },
    };
    const sampler = new MixtureSampler(
      'm',
      { entries: [rising, late, entry('steady', 2)], curriculum: null },
      1,
    );
    const share = (steps: number): number[] =>
      sampler.requested(at(steps)).map((x) => Math.round(x * 1000) / 1000);
    assert.deepEqual(share(0), [0.333, 0, 0.667]);
    assert.deepEqual(share(99), [0.499, 0, 0.501]);
    assert.deepEqual(share(100), [0.4, 0.2, 0.4]);
    assert.deepEqual(share(200), [0.6, 0, 0.4]);
    assert.deepEqual(
      new Set(sampler.draw(200, at(0)).map((d) => d.entry.name)),
      new Set(['rising', 'steady']),
    );
  });

  it('goes on exactly where its state was taken', () => {
    const sampler = new MixtureSampler('m', three, 5);
    sampler.draw(37, at(0));
    const state = JSON.parse(JSON.stringify(sampler.state())) as ReturnType<typeof sampler.state>;
    const again = new MixtureSampler('m', three, 99);
    again.restore(state);
    assert.deepEqual(again.draw(50, at(1)), sampler.draw(50, at(1)));
    assert.deepEqual(again.shares(), sampler.shares());
    const other = new MixtureSampler('m', { entries: [entry('a')], curriculum: null }, 5);
    assert.throws(() => other.restore(state), ProrlError);
  });

  it('gives the requested and realised shares of a step as metrics', () => {
    const sampler = new MixtureSampler('m', three, 5);
    const requested = sampler.requested(at(0));
    const draws = sampler.draw(16, at(0));
    const shares = drawMetrics(sampler, draws, requested);
    assert.deepEqual(
      Object.keys(shares),
      ['a', 'b', 'c'].flatMap((name) => [`share.${name}`, `share.${name}.requested`]),
    );
    assert.equal(shares['share.a.requested'], 0.75);
    assert.equal(shares['share.a'], draws.filter((d) => d.entry.name === 'a').length / 16);
  });

  it('says at which step there is nothing to draw, or a weight that cannot be', () => {
    const gone = { ...entry('gone'), until: 5 };
    const sampler = new MixtureSampler('m', { entries: [gone, entry('never', 0)], curriculum: null }, 5);
    sampler.draw(4, at(3));
    assert.throws(
      () => sampler.draw(4, at(4)),
      (error: unknown) =>
        error instanceof ProrlError && /'m'.*step 5/.test(error.message) && /gone, never/.test(error.message),
    );
    assert.throws(
      () => new MixtureSampler('m', { entries: [entry('minus', -1)], curriculum: null }, 5).draw(1, at(0)),
      /weight of 'minus' is -1/,
    );
  });
});
