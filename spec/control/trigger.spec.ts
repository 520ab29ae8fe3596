import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Readings } from '../../runtime/control/readings.ts';
import { TriggerEvaluator, type Outcome } from '../../runtime/control/trigger.ts';
import { constant, type Compare, type Schedule, type Trigger } from '../../runtime/graph/index.ts';

type Metrics = Record<string, number>;

/** Feeds steps of metrics and gives the outcome at each. */
function outcomes(trigger: Trigger, steps: readonly Metrics[], tokens = 0): Outcome[] {
  const readings = new Readings();
  const evaluator = new TriggerEvaluator(trigger);
  return steps.map((metrics, i) => {
    const began = { steps: i, tokens: i * tokens, metrics: readings.all() };
    readings.take(metrics);
    return evaluator.evaluate({ readings, stageSteps: i + 1, stageTokens: (i + 1) * tokens, began });
  });
}

/** The steps, from 1, at which the trigger holds. */
function held(trigger: Trigger, steps: readonly Metrics[], tokens = 0): number[] {
  return outcomes(trigger, steps, tokens).flatMap(({ holds }, i) => (holds ? [i + 1] : []));
}

const above = (right: Compare['right'], of: Compare['left'] = { of: 'last', metric: 'm' }): Trigger => ({
  op: 'compare',
  left: of,
  by: '>',
  right,
});
const series = (...values: number[]): Metrics[] => values.map((m) => ({ m }));

describe('triggers', () => {
  it('compare the last reading, carried on where a step gives none', () => {
    assert.deepEqual(held(above(2), [{}, { m: 3 }, {}, { m: 1 }, {}]), [2, 3]);
    const ways = (['>', '>=', '<', '<=', '==', '!='] as const).map((by) =>
      held({ op: 'compare', left: { of: 'last', metric: 'm' }, by, right: 2 }, series(1, 2, 3)),
    );
    assert.deepEqual(ways, [[3], [2, 3], [1], [1, 2], [2], [1, 3]]);
    const two: Trigger = {
      op: 'compare',
      left: { of: 'last', metric: 'a' },
      by: '<',
      right: { of: 'last', metric: 'b' },
    };
    assert.deepEqual(held(two, [{ a: 1 }, { b: 2 }, { b: 0 }]), [2]);
  });

  it('find every comparison with NaN or with no reading false, and its negation true', () => {
    for (const by of ['>', '>=', '<', '<=', '==', '!='] as const) {
      const compare: Trigger = { op: 'compare', left: { of: 'last', metric: 'm' }, by, right: 0 };
      assert.deepEqual(held(compare, [{}, { m: Number.NaN }]), []);
      assert.deepEqual(held({ op: 'not', of: compare }, [{}, { m: Number.NaN }]), [1, 2]);
    }
  });

  it('find not finite only what a step itself gave', () => {
    assert.deepEqual(
      held({ op: 'not_finite', metric: 'm' }, [
        {},
        { m: 1 },
        { m: Number.NaN },
        {},
        { m: -Infinity },
        { m: 2 },
      ]),
      [3, 5],
    );
  });

  it('count steps in a row, as a model in one line does', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), fc.integer({ min: 1, max: 6 }), (on, steps) => {
        const got = held(
          { op: 'sustained', of: above(0), steps },
          on.map((x) => ({ m: x ? 1 : 0 })),
        );
        const wanted = on.flatMap((_, i) =>
          i + 1 >= steps && on.slice(i + 1 - steps, i + 1).every(Boolean) ? [i + 1] : [],
        );
        assert.deepEqual(got, wanted);
      }),
    );
  });

  it('keep count inside `or` and `and`, whatever the other parts say', () => {
    const five: Trigger = { op: 'sustained', of: above(0), steps: 3 };
    const other: Trigger = { op: 'compare', left: { of: 'last', metric: 'n' }, by: '>', right: 0 };
    const steps = [
      { m: 1, n: 1 },
      { m: 1, n: 1 },
      { m: 1, n: 0 },
      { m: 0, n: 0 },
    ];
    assert.deepEqual(held({ op: 'or', of: [other, five] }, steps), [1, 2, 3]);
    assert.deepEqual(held({ op: 'and', of: [{ op: 'not', of: other }, five] }, steps), [3]);
  });

  it('count steps and tokens from the start of the stage', () => {
    const steps = series(0, 0, 0, 0, 0, 0);
    assert.deepEqual(held({ op: 'every', steps: 2 }, steps), [2, 4, 6]);
    assert.deepEqual(held({ op: 'reached', count: 4, unit: 'steps' }, steps), [4, 5, 6]);
    assert.deepEqual(held({ op: 'reached', count: 250, unit: 'tokens' }, steps, 100), [3, 4, 5, 6]);
  });

  it('see a plateau as its definition says', () => {
    const reading = fc.integer({ min: 0, max: 8 }).map((n) => n / 8);
    fc.assert(
      fc.property(
        fc.array(fc.option(reading, { nil: undefined }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        reading,
        (values, over, gainBelow) => {
          const got = held(
            { op: 'plateau', metric: 'm', over, unit: 'evaluations', gainBelow },
            values.map((m) => (m === undefined ? ({} as Metrics) : { m })),
          );
          const wanted = values.flatMap((_, i) => {
            const read = values.slice(0, i + 1).filter((m): m is number => m !== undefined);
            if (read.length < over + 1) return [];
            const gain = Math.max(...read.slice(-over)) - Math.max(...read.slice(0, -over));
            return gain < gainBelow ? [i + 1] : [];
          });
          assert.deepEqual(got, wanted);
        },
      ),
    );
  });

  it('count a window in steps with carried readings, in evaluations without', () => {
    const steps = [{ m: 0.5 }, {}, {}, { m: 0.5 }, { m: 0.9 }];
    const plateau = (unit: 'steps' | 'evaluations'): number[] =>
      held({ op: 'plateau', metric: 'm', over: 2, unit, gainBelow: 0.1 }, steps);
    assert.deepEqual(plateau('steps'), [3, 4]);
    assert.deepEqual(plateau('evaluations'), []);
  });

  it('see falls and rises over a number of readings', () => {
    const steps = series(0.5, 0.4, 0.45, 0.125, 0.75);
    assert.deepEqual(held({ op: 'falls', metric: 'm', by: 0.25, over: 2, unit: 'steps' }, steps), [4]);
    assert.deepEqual(held({ op: 'rises', metric: 'm', by: 0.25, over: 1, unit: 'evaluations' }, steps), [5]);
    assert.deepEqual(
      held({ op: 'falls', metric: 'm', by: 0.5, over: 1, unit: 'steps' }, series(1, 0.5)),
      [],
      'by exactly as much is not more',
    );
  });

  it('average exponentially, leaving out what is not finite', () => {
    const ema = above(0, { of: 'ema', metric: 'm', span: 3 });
    const got = outcomes(ema, series(1, 3, Number.NaN, 5)).map(({ values }) => values['ema(m, 3 steps)']);
    // Weight 2 / (3 + 1): 1, then 2, then 2 still, then 3.5.
    assert.deepEqual(got, [1, 2, 2, 3.5]);
  });

  it('take the largest finite reading for the best', () => {
    const drop: Trigger = {
      op: 'compare',
      left: { of: 'last', metric: 'm' },
      by: '<',
      right: { of: 'best', metric: 'm' },
    };
    assert.deepEqual(held(drop, series(1, 3, 2, Infinity, 4, 3)), [3, 6]);
  });

  it('tell the readings that made them true', () => {
    const [only] = outcomes(
      { op: 'or', of: [above(5), { op: 'compare', left: { of: 'last', metric: 'n' }, by: '<', right: 1 }] },
      [{ m: 2, n: 0.5 }],
    );
    assert.deepEqual(only, { holds: true, values: { n: 0.5 } });
    const plateau = outcomes(
      { op: 'plateau', metric: 'm', over: 1, unit: 'steps', gainBelow: 0.1 },
      series(0.5, 0.25),
    ).at(-1);
    assert.deepEqual(plateau?.values, { m: 0.25, 'm (best of last 1)': 0.25, 'm (best before)': 0.5 });
  });

  describe('against a bound that moves', () => {
    const ramp = (over: Schedule['over'], from: number, to: number): Schedule => ({
      over,
      pieces: [{ shape: 'linear', from, to, start: 1, end: 5 }],
    });

    it('take its value in the step that is judged: that with which the step began', () => {
      // 1, 2, 3, 4, 5, 5 as steps 1 to 6 begin
      assert.deepEqual(held(above(ramp('steps', 0, 4)), series(1.5, 1.5, 3.5, 4, 4.5, 5.5)), [1, 3, 6]);
      // The same by tokens, ten a step.
      assert.deepEqual(held(above(ramp('tokens', 0, 40)), series(1.5, 1.5, 3.5, 4, 4.5, 5.5), 10), [1, 3, 6]);
    });

    it('follow a metric by its reading before the step, and stand at the first value without one', () => {
      const steps = [
        { m: 2, n: 10 },
        { m: 2, n: 0 },
        { m: 2 },
        { m: 2, n: Number.NaN },
        { m: 2, n: 10 },
        { m: 6, n: 10 },
      ];
      assert.deepEqual(held(above(ramp({ metric: 'n' }, 0, 10)), steps), [1, 3, 4, 5, 6]);
    });

    it('do so in plateaus, falls and rises', () => {
      const half: Schedule = {
        over: 'steps',
        pieces: [
          { shape: 'constant', from: 0, to: 3, start: 0.5, end: 0.5 },
          { shape: 'constant', from: 3, to: null, start: 2, end: 2 },
        ],
      };
      const up = series(0, 1, 2, 3, 4);
      assert.deepEqual(held({ op: 'rises', metric: 'm', by: half, over: 1, unit: 'steps' }, up), [2, 3]);
      const plateau: Trigger = { op: 'plateau', metric: 'm', over: 1, unit: 'steps', gainBelow: half };
      assert.deepEqual(held(plateau, up), [4, 5]);
    });

    it('tell where it stood', () => {
      const values = (trigger: Trigger) => outcomes(trigger, series(9, 9)).at(-1)?.values;
      assert.deepEqual(values(above(ramp('steps', 0, 4))), { m: 9, 'm (> bound)': 2 });
      const rises: Trigger = { op: 'rises', metric: 'm', by: ramp('steps', 0, 4), over: 1, unit: 'steps' };
      assert.deepEqual(values(rises), { m: 9, 'm (1 steps before)': 9, 'm (rises by)': 2 });
    });

    it('tell each where two of one sign on one metric move', () => {
      const other = ramp('steps', 0, 8);
      const both: Trigger = { op: 'and', of: [above(ramp('steps', 0, 4)), above(other)] };
      const told = { m: 9, 'm (> bound)': 2, 'm (> bound 2)': 1.5 };
      assert.deepEqual(outcomes(both, series(9, 9)).at(-1)?.values, told);
      const twice: Trigger = { op: 'and', of: [...both.of, above(other)] };
      assert.deepEqual(outcomes(twice, series(9, 9)).at(-1)?.values, told);
    });

    it('decide by a constant schedule as by the number', () => {
      const number = fc.integer({ min: 0, max: 4 });
      const bound = (x: number, scheduled: boolean) => (scheduled ? constant(x) : x);
      const trigger = fc.oneof(
        fc
          .record({ by: fc.constantFrom('>', '>=', '<', '<=', '==', '!='), x: number })
          .map(({ by, x }) => (scheduled: boolean): Trigger => ({
            op: 'compare',
            left: { of: 'last', metric: 'm' },
            by: by as Compare['by'],
            right: bound(x, scheduled),
          })),
        fc
          .record({ op: fc.constantFrom('falls', 'rises'), x: number, over: fc.integer({ min: 1, max: 3 }) })
          .map(({ op, x, over }) => (scheduled: boolean): Trigger => ({
            op: op as 'falls' | 'rises',
            metric: 'm',
            by: bound(x, scheduled),
            over,
            unit: 'steps',
          })),
        fc
          .record({ x: number, over: fc.integer({ min: 1, max: 3 }) })
          .map(({ x, over }) => (scheduled: boolean): Trigger => ({
            op: 'plateau',
            metric: 'm',
            over,
            unit: 'steps',
            gainBelow: bound(x, scheduled),
          })),
      );
      fc.assert(
        fc.property(trigger, fc.array(number, { maxLength: 20 }), (made, values) => {
          assert.deepEqual(held(made(true), series(...values)), held(made(false), series(...values)));
        }),
      );
    });
  });

  it('go on exactly where their state was taken', () => {
    const trigger: Trigger = {
      op: 'or',
      of: [
        { op: 'sustained', of: above(4), steps: 3 },
        { op: 'plateau', metric: 'm', over: 3, unit: 'evaluations', gainBelow: 1 },
        { op: 'falls', metric: 'm', by: 3, over: 2, unit: 'steps' },
        above(6, { of: 'ema', metric: 'm', span: 4 }),
      ],
    };
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 30 }),
        fc.nat(),
        (values, cut) => {
          const readings = new Readings();
          let evaluator = new TriggerEvaluator(trigger);
          const got = values.map((m, i) => {
            if (i === cut % values.length) {
              const state = JSON.parse(JSON.stringify(evaluator.state())) as ReturnType<
                typeof evaluator.state
              >;
              evaluator = new TriggerEvaluator(trigger);
              evaluator.restore(state);
            }
            const began = { steps: i, tokens: 0, metrics: readings.all() };
            readings.take({ m });
            return evaluator.evaluate({ readings, stageSteps: i + 1, stageTokens: 0, began });
          });
          assert.deepEqual(got, outcomes(trigger, series(...values)));
        },
      ),
    );
    assert.throws(
      () => new TriggerEvaluator(above(1)).restore([{ part: 'sustained', count: 1 }]),
      RangeError,
    );
  });
});
