import assert from 'node:assert/strict';
import fc from 'fast-check';
import { passAtK } from '../../runtime/control/index.ts';

function choose(n: number, k: number): bigint {
  if (k > n) return 0n;
  let c = 1n;
  for (let i = 0; i < k; i++) c = (c * BigInt(n - i)) / BigInt(i + 1);
  return c;
}

/** 1 - C(n-c, k) / C(n, k) in exact arithmetic, to 30 digits, then rounded once. */
function exact(n: number, c: number, k: number): number {
  const all = choose(n, k);
  return Number(((all - choose(n - c, k)) * 10n ** 30n) / all) / 1e30;
}

const triple = fc
  .integer({ min: 1, max: 512 })
  .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n }), fc.integer({ min: 1, max: n })));

describe('pass@k', () => {
  it('agrees with exact arithmetic', () => {
    fc.assert(
      fc.property(triple, ([n, c, k]) => {
        const wanted = exact(n, c, k);
        assert.ok(
          Math.abs(passAtK(n, c, k) - wanted) <= 1e-13 * wanted,
          `n ${n} c ${c} k ${k}: ${passAtK(n, c, k)} for ${wanted}`,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is c / n at k = 1, 0 with none right, 1 where every draw must hit', () => {
    for (let c = 0; c <= 16; c++) assert.equal(passAtK(16, c, 1), c / 16);
    assert.equal(passAtK(16, 0, 8), 0);
    assert.equal(passAtK(16, 9, 8), 1);
    assert.equal(passAtK(256, 1, 128), 0.5);
  });

  it('never falls as k or the number right grows', () => {
    fc.assert(
      fc.property(triple, ([n, c, k]) => {
        const p = passAtK(n, c, k);
        assert.ok(p >= 0 && p <= 1);
        if (k < n) assert.ok(passAtK(n, c, k + 1) >= p - 1e-14);
        if (c < n) assert.ok(passAtK(n, c + 1, k) >= p - 1e-14);
      }),
    );
  });

  it('refuses what cannot be', () => {
    for (const [n, c, k] of [
      [16, 17, 1],
      [16, -1, 1],
      [16, 4, 0],
      [16, 4, 17],
      [16, 0.5, 1],
    ] as const) {
      assert.throws(() => passAtK(n, c, k), RangeError);
    }
  });
});
