import assert from 'node:assert/strict';
import fc from 'fast-check';
import { valueAt } from '../../runtime/control/index.ts';
import type { Schedule } from '../../runtime/graph/schedule.ts';
import { bar } from '../../runtime/report/bar.ts';
import { curve } from '../../runtime/report/curve.ts';
import { drawSchedule } from '../../runtime/report/schedule-drawing.ts';
import { sparkline, spread } from '../../runtime/report/sparkline.ts';
import { pad, style, truncate, width } from '../../runtime/report/style.ts';

describe('sparklines', () => {
  it('goes from the least to the greatest value', () => {
    assert.equal(sparkline([0, 1, 2, 3, 4, 5, 6, 7], 8), '▁▂▃▄▅▆▇█');
  });
  it('averages what is longer than its room', () => {
    assert.equal(sparkline([0, 0, 7, 7], 2), '▁█');
  });
  it('leaves a gap where a value is not finite', () => {
    assert.equal(sparkline([0, NaN, 1], 8), '▁ █');
    assert.equal(sparkline([NaN, Infinity], 8), '  ');
    assert.equal(sparkline([], 8), '');
  });
  it('draws a constant low', () => {
    assert.equal(sparkline([5, 5, 5], 8), '▁▁▁');
  });
  it('holds a value until the next one is read', () => {
    assert.deepEqual(spread({ steps: [0, 2, 3], values: [1, 2, 3] }, 4), [1, 1, 2, 3]);
    assert.deepEqual(spread({ steps: [0, 1], values: [1, 2] }, 2), [1, 2]);
  });
  it('never takes more columns than it may', () => {
    fc.assert(
      fc.property(fc.array(fc.double()), fc.integer({ min: 1, max: 80 }), (values, columns) => {
        assert.ok(width(sparkline(values, columns)) <= columns);
      }),
    );
  });
});

describe('bars', () => {
  it('fills in halves of a character', () => {
    assert.deepEqual(bar(0.5, 4), { done: '━━', left: '──' });
    assert.deepEqual(bar(0.375, 4), { done: '━╸', left: '──' });
  });
  it('always takes its columns', () => {
    fc.assert(
      fc.property(fc.double(), fc.integer({ min: 0, max: 80 }), (fraction, columns) => {
        const { done, left } = bar(fraction, columns);
        assert.equal(width(done + left), columns);
      }),
    );
  });
});

describe('text that may be coloured', () => {
  const s = style(true);
  it('is measured and padded without its colours', () => {
    assert.equal(width(s.red('abc')), 3);
    assert.equal(pad(s.red('abc'), 5), `${s.red('abc')}  `);
    assert.equal(pad('abc', 5, 'right'), '  abc');
  });
  it('is cut with an ellipsis, its colour ended', () => {
    assert.equal(truncate('abcdef', 4), 'abc…');
    assert.equal(truncate('abcd', 4), 'abcd');
    assert.equal(width(truncate(`x ${s.red('abcdef')}`, 5)), 5);
    assert.ok(truncate(s.red('abcdef'), 4).endsWith('\u001b[0m'));
  });
});

describe('drawn schedules', () => {
  const trust: Schedule = {
    over: 'steps',
    pieces: [
      { shape: 'linear', from: 0, to: 50, start: 0, end: 0.002 },
      { shape: 'cosine', from: 50, to: 400, start: 0.002, end: 0.0005 },
    ],
  };
  const at = (x: number): number => valueAt(trust, { steps: x, tokens: x, metrics: {} });

  it('shows where it goes and its values at the pieces ends', () => {
    const drawing = drawSchedule(trust, at, { from: 0, to: 400 }, 16, 2);
    assert.equal(drawing.summary, '0 → 0.002 → 5e-4');
    assert.equal(drawing.marks, '0 at 0 · 0.002 at 50 · 5e-4 at 400 steps');
    assert.deepEqual(drawing.rows, [' ▁██▇▇▅▄▃▂', '▁██████████▇▆▅▅▅']);
  });
  it('shows the part that a stage sees', () => {
    assert.equal(drawSchedule(trust, at, { from: 0, to: 50 }, 16, 1).rows[0], '▁▁▂▂▃▃▄▄▅▅▆▆▇▇██');
    assert.equal(drawSchedule(trust, at, { from: 400, to: 500 }, 16, 1).summary, '5e-4');
  });
  it('draws nothing where nothing moves', () => {
    const still: Schedule = {
      over: 'steps',
      pieces: [{ shape: 'constant', from: 0, to: null, start: 3, end: 3 }],
    };
    assert.deepEqual(
      drawSchedule(still, () => 3, { from: 0, to: 10 }, 16, 2),
      { summary: '3', rows: [], marks: '' },
    );
  });
  it('puts the greatest value on the top row and the least on the bottom one', () => {
    assert.deepEqual(curve([0, 1], 2), [' █', '▁█']);
  });
});
