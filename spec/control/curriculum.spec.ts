import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  advance,
  passRate,
  startStanding,
  weightFactor,
  type Levels,
  type Standing,
} from '../../runtime/control/curriculum.ts';
import { drawMetrics, MixtureSampler } from '../../runtime/control/index.ts';
import type { Curriculum, Mixture } from '../../runtime/graph/index.ts';
import { entry } from '../graph/example.ts';

const at = { steps: 0, tokens: 0, metrics: {} };
const usual: Curriculum = { keep: { from: 0.2, to: 0.8 }, window: 4, floor: 0.25 };

const curricula = fc
  .record({
    ends: fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 })),
    window: fc.integer({ min: 1, max: 12 }),
    floor: fc.double({ min: 0.01, max: 1, noNaN: true }),
  })
  .map(({ ends, window, floor }): Curriculum => ({
    keep: { from: Math.min(...ends) / 8, to: Math.max(...ends) / 8 },
    window,
    floor,
  }));
const ranges = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 6 }))
  .map(([first, more]): Levels => ({ first, last: first + more }));
const rates = fc.array(
  fc.integer({ min: 0, max: 8 }).map((right) => right / 8),
  { maxLength: 200 },
);

/** Every standing on the way, each prompt posed at the level that holds then. */
function way(curriculum: Curriculum, levels: Levels, passRates: readonly number[]): Standing[] {
  const found = [startStanding(levels)];
  for (const rate of passRates) {
    const now = found.at(-1)!;
    found.push(advance(curriculum, levels, now, { level: now.level, passRate: rate }));
  }
  return found;
}

describe('a curriculum', () => {
  it('stays in its levels, moves by one, and keeps a level for a window at least', () => {
    fc.assert(
      fc.property(curricula, ranges, rates, (curriculum, levels, passRates) => {
        const standings = way(curriculum, levels, passRates);
        let kept = 0;
        for (const [i, { level, recent }] of standings.entries()) {
          assert.ok(level >= levels.first && level <= levels.last);
          assert.ok(recent.length <= curriculum.window);
          const before = standings[i - 1];
          if (before === undefined || before.level === level) {
            kept += before === undefined ? 0 : 1;
            continue;
          }
          assert.equal(Math.abs(level - before.level), 1);
          assert.ok(kept + 1 >= curriculum.window);
          assert.deepEqual(recent, []);
          kept = 0;
        }
      }),
    );
  });

  it('answers better rates with a level at least as high, until one of both moves', () => {
    fc.assert(
      fc.property(curricula, ranges, rates, rates, (curriculum, levels, passRates, gains) => {
        const better = passRates.map((rate, i) => Math.min(1, rate + (gains[i] ?? 0)));
        const [low, high] = [way(curriculum, levels, passRates), way(curriculum, levels, better)];
        const moves = low.findIndex(
          ({ level }, i) => level !== levels.first || high[i]!.level !== levels.first,
        );
        for (let i = 0; i <= (moves < 0 ? low.length - 1 : moves); i++)
          assert.ok(high[i]!.level >= low[i]!.level);
      }),
    );
  });

  it('climbs to the last level where all is right, falls back where nothing is, and stays within the band', () => {
    const levels = { first: 1, last: 6 };
    const climb = way(usual, levels, Array<number>(24).fill(1));
    assert.equal(climb.at(-1)!.level, 6);
    assert.deepEqual(
      climb.flatMap(({ level }, i) => (i > 0 && level !== climb[i - 1]!.level ? [i] : [])),
      [4, 8, 12, 16, 20],
    );
    let standing: Standing = { level: 6, recent: [] };
    for (let i = 0; i < 20; i++)
      standing = advance(usual, levels, standing, { level: standing.level, passRate: 0 });
    assert.equal(standing.level, 1);
    for (const rate of [0.2, 0.5, 0.8]) {
      assert.equal(way(usual, levels, Array<number>(50).fill(rate)).at(-1)!.level, 1);
    }
  });

  it('does not listen to prompts that were posed at another level', () => {
    const standing = { level: 2, recent: [1, 1, 1] };
    assert.equal(advance(usual, { first: 1, last: 3 }, standing, { level: 1, passRate: 1 }), standing);
  });

  it('draws less of what leaves the band with no level left, and as before once it is back', () => {
    const levels = { first: 1, last: 2 };
    const factor = (level: number, rate: number) =>
      weightFactor(usual, levels, { level, recent: Array<number>(4).fill(rate) });
    assert.equal(factor(2, 1), 0.25);
    assert.equal(factor(1, 0), 0.25);
    assert.equal(factor(1, 1), 1);
    assert.equal(factor(2, 0), 1);
    assert.equal(factor(2, 0.5), 1);
    assert.equal(weightFactor(usual, levels, { level: 2, recent: [1, 1, 1] }), 1);
    assert.equal(passRate(usual, { level: 2, recent: [1, 1, 1] }), null);
  });
});

describe('an adaptive mixture', () => {
  const levelled = (name: string, from: number, count: number) => ({
    ...entry(name),
    levels: { from, settings: Array.from({ length: count }, (_, i) => ({ size: i })) },
  });
  const mixture: Mixture = {
    entries: [levelled('a', 1, 4), levelled('b', 2, 2), entry('c')],
    curriculum: usual,
  };
  const skill: Record<string, number> = { a: 1, b: 0.5, c: 0 };
  const step = (sampler: MixtureSampler, prompts: number) => {
    const draws = sampler.draw(prompts, at);
    const moves = sampler.observe(
      draws.map(({ index, entry: { name } }) => ({ index, passRate: skill[name]! })),
    );
    return { draws, moves };
  };

  it('raises what is easy, leaves what is right, and draws less of what is beyond reach', () => {
    const sampler = new MixtureSampler('m', mixture, 3);
    const moves = Array.from({ length: 20 }, () => step(sampler, 6)).flatMap((one) => one.moves);
    assert.deepEqual(
      moves,
      [1, 2, 3].map((from) => ({ entry: 'a', from, to: from + 1, passRate: 1 })),
    );
    assert.deepEqual(
      sampler.standing().map(({ name, level, factor }) => [name, level, factor]),
      [
        ['a', 4, 0.25],
        ['b', 2, 1],
        ['c', 1, 0.25],
      ],
    );
    assert.deepEqual(
      sampler.requested(at).map((share) => Math.round(share * 1000) / 1000),
      [0.167, 0.667, 0.167],
    );
    const metrics = drawMetrics(sampler, sampler.draw(6, at), sampler.requested(at));
    assert.equal(metrics['curriculum.a.level'], 4);
    assert.equal(metrics['curriculum.b.level'], 2);
    assert.ok(!('curriculum.c.level' in metrics));
  });

  it('tells of each draw the level that it is posed at', () => {
    const sampler = new MixtureSampler('m', mixture, 3);
    for (const { entry: one, level } of sampler.draw(30, at)) {
      assert.equal(level, one.levels?.from ?? null);
    }
    const plain = new MixtureSampler('m', { ...mixture, curriculum: null }, 3);
    assert.ok(plain.draw(30, at).every(({ level }) => level === null));
    assert.deepEqual(plain.observe([{ index: 0, passRate: 1 }]), []);
  });

  it('goes on exactly where its state was taken, wherever that is', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (seed, cut, prompts) => {
          const whole = new MixtureSampler('m', mixture, seed);
          const parts = new MixtureSampler('m', mixture, seed);
          for (let i = 0; i < cut; i++) {
            step(whole, prompts);
            step(parts, prompts);
          }
          const resumed = new MixtureSampler('m', mixture, seed + 1);
          resumed.restore(JSON.parse(JSON.stringify(parts.state())) as ReturnType<typeof parts.state>);
          for (let i = cut; i < 14; i++) assert.deepEqual(step(resumed, prompts), step(whole, prompts));
          assert.deepEqual(resumed.state(), whole.state());
        },
      ),
      { numRuns: 50 },
    );
  });
});
