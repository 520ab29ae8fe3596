import assert from 'node:assert/strict';
import fc from 'fast-check';
import { correct, type Correction } from '../../runtime/stages/corrections.ts';

const pairs = fc.array(
  fc.tuple(
    fc.double({ min: -5, max: 0, noNaN: true }),
    fc.double({ min: -2, max: 2, noNaN: true }).filter((d) => Math.abs(d) > 1e-6),
  ),
  { minLength: 1, maxLength: 12 },
);
const settings: fc.Arbitrary<Correction> = fc.record({
  method: fc.constantFrom('truncate', 'mask', 'sequence_mask'),
  low: fc.constantFrom(0, 0.5),
  high: fc.constantFrom(1.2, 2, 5),
});

describe('corrections', () => {
  it('equal the formulas, token by token', () => {
    fc.assert(
      fc.property(pairs, settings, (tokens, { method, low, high }) => {
        const old = Float32Array.from(tokens, ([logp]) => logp);
        const sampler = Float32Array.from(tokens, ([logp, d]) => logp - d);
        const rhos = tokens.map((_, t) => Math.exp(old[t]!) / Math.exp(sampler[t]!));
        const geometric = rhos.reduce((product, rho) => product * rho, 1) ** (1 / rhos.length);
        const inside = (rho: number) => low <= rho && rho <= high;
        const expected = {
          truncate: rhos.map((rho) => (rho < low ? low : rho > high ? high : rho)),
          mask: rhos.map((rho) => (inside(rho) ? rho : 0)),
          sequence_mask: rhos.map(() => (inside(geometric) ? 1 : 0)),
        }[method];
        const { weights, changed } = correct(old, sampler, { method, low, high });
        expected.forEach((x, t) => assert.ok(Math.abs(weights[t]! - x) < 1e-5 * Math.max(1, x)));
        const outside = rhos.filter((rho) => !inside(rho)).length;
        assert.equal(changed, method === 'sequence_mask' ? (inside(geometric) ? 0 : rhos.length) : outside);
      }),
    );
  });

  it('change nothing where sampler and update agree', () => {
    const logps = Float32Array.of(-1, -2, -0.5);
    for (const method of ['truncate', 'mask', 'sequence_mask'] as const) {
      assert.deepEqual(correct(logps, logps, { method, low: 0.5, high: 2 }), {
        weights: Float32Array.of(1, 1, 1),
        changed: 0,
      });
    }
  });

  it('let a broken policy show', () => {
    const [old, sampler] = [Float32Array.of(Number.NaN), Float32Array.of(-1)];
    const { weights } = correct(old, sampler, { method: 'truncate', low: 0, high: 2 });
    assert.ok(Number.isNaN(weights[0]));
  });
});
