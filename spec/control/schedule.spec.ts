import assert from 'node:assert/strict';
import fc from 'fast-check';
import { valueAt } from '../../runtime/control/index.ts';
import { constant, type Piece, type Ramp, type Schedule } from '../../runtime/graph/index.ts';

const at = (steps: number): Parameters<typeof valueAt>[1] => ({ steps, tokens: 0, metrics: {} });
const over = (...pieces: Piece[]): Schedule => ({ over: 'steps', pieces });

const value = fc.double({ min: 1e-6, max: 10, noNaN: true });
const shapes = fc.constantFrom('linear', 'cosine', 'exponential');

/** Ramps that follow one another, each starting where and at what the one before ended. */
const joined = fc
  .record({
    from: fc.nat(100),
    first: value,
    parts: fc.array(fc.record({ shape: shapes, length: fc.integer({ min: 1, max: 200 }), end: value }), {
      minLength: 1,
      maxLength: 6,
    }),
  })
  .map(({ from, first, parts }) => {
    let [x, y] = [from, first];
    return parts.map(({ shape, length, end }): Ramp => {
      const ramp = { shape, from: x, to: x + length, start: y, end } as const;
      [x, y] = [x + length, end];
      return ramp;
    });
  });

describe('schedules', () => {
  it('hold a constant for ever', () => {
    for (const steps of [0, 1, 1e9]) assert.equal(valueAt(constant(0.4), at(steps)), 0.4);
  });

  it('follow the formulas', () => {
    fc.assert(
      fc.property(
        shapes,
        value,
        value,
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (shape, start, end, length, u) => {
          const got = valueAt(over({ shape, from: 7, to: 7 + length, start, end }), at(7 + u * length));
          const wanted = {
            linear: (1 - u) * start + u * end,
            // method: eta_min + (eta_max - eta_min) (1 + cos(pi t / T)) / 2
            cosine: end + 0.5 * (start - end) * (1 + Math.cos(Math.PI * u)),
            exponential: Math.exp(Math.log(start) + u * (Math.log(end) - Math.log(start))),
          }[shape];
          assert.ok(Math.abs(got - wanted) <= 1e-9 * Math.max(start, end), `${got} for ${wanted}`);
        },
      ),
    );
  });

  it('have exact ends, before and after as well', () => {
    fc.assert(
      fc.property(joined, (pieces) => {
        const [first, last] = [pieces[0]!, pieces.at(-1)!];
        for (const x of [first.from - 5, first.from])
          assert.equal(valueAt(over(...pieces), at(x)), first.start);
        for (const x of [last.to!, last.to! + 1000]) assert.equal(valueAt(over(...pieces), at(x)), last.end);
        for (const piece of pieces.slice(1))
          assert.equal(valueAt(over(...pieces), at(piece.from)), piece.start);
      }),
    );
  });

  it('are continuous where pieces meet and stay within their ends', () => {
    fc.assert(
      fc.property(joined, fc.double({ min: 0, max: 1, noNaN: true }), (pieces, u) => {
        const schedule = over(...pieces);
        for (const piece of pieces) {
          const before = valueAt(schedule, at(piece.from - 1e-7));
          assert.ok(Math.abs(before - piece.start) < 1e-4, `${before} before ${piece.start}`);
          const x = piece.from + u * (piece.to! - piece.from);
          const y = valueAt(schedule, at(x));
          assert.ok(y >= Math.min(piece.start, piece.end) && y <= Math.max(piece.start, piece.end));
        }
      }),
    );
  });

  it('step up at the very step', () => {
    const schedule = over(
      { shape: 'constant', from: 0, to: 100, start: 1, end: 1 },
      { shape: 'constant', from: 100, to: null, start: 3, end: 3 },
    );
    assert.deepEqual(
      [99, 100, 101].map((x) => valueAt(schedule, at(x))),
      [1, 3, 3],
    );
  });

  it('cycle: 100 steps on, 500 off, each period alike', () => {
    const pieces: Ramp[] = [
      { shape: 'linear', from: 0, to: 100, start: 1, end: 0.5 },
      { shape: 'constant', from: 100, to: 600, start: 0, end: 0 },
    ];
    const schedule = over({ shape: 'cycle', from: 50, to: null, period: 600, pieces });
    assert.equal(valueAt(schedule, at(0)), 1);
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 649 }), fc.nat(20), (x, periods) => {
        const got = valueAt(schedule, at(x + 600 * periods));
        assert.equal(got, valueAt(schedule, at(x)));
        assert.equal(got === 0, x - 50 >= 100);
      }),
    );
  });

  it('leave a cycle at the end of its last period, whole or not', () => {
    const sawtooth: Ramp = { shape: 'linear', from: 0, to: 10, start: 0, end: 1 };
    const whole = over({ shape: 'cycle', from: 0, to: 30, period: 10, pieces: [sawtooth] });
    assert.deepEqual(
      [29, 30, 31, 500].map((x) => valueAt(whole, at(x))),
      [0.9, 1, 1, 1],
    );
    const cut = over({ shape: 'cycle', from: 0, to: 35, period: 10, pieces: [sawtooth] });
    assert.deepEqual(
      [35, 500].map((x) => valueAt(cut, at(x))),
      [0.5, 0.5],
    );
  });

  it('are read against tokens or a metric', () => {
    const pieces: Ramp[] = [{ shape: 'linear', from: 0, to: 1, start: 2, end: 1 }];
    assert.equal(
      valueAt(
        { over: 'tokens', pieces: [{ ...pieces[0]!, to: 1000 }] },
        { steps: 9, tokens: 500, metrics: {} },
      ),
      1.5,
    );
    const byMetric: Schedule = { over: { metric: 'heldout.pass@1' }, pieces };
    const read = (metrics: Record<string, number>): number =>
      valueAt(byMetric, { steps: 9, tokens: 9, metrics });
    assert.deepEqual(
      [
        read({}),
        read({ 'heldout.pass@1': Number.NaN }),
        read({ 'heldout.pass@1': 0.25 }),
        read({ 'heldout.pass@1': Infinity }),
      ],
      [2, 2, 1.75, 1],
    );
  });
});
