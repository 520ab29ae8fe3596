import assert from 'node:assert/strict';
import { count, duration, fixed, number, percent, plural, points } from '../../runtime/report/format.ts';

const cases = <T>(show: (value: T) => string, table: [T, string][]): void => {
  for (const [value, text] of table) assert.equal(show(value), text);
};

describe('numbers in reports', () => {
  it('shows numbers in few characters, without losing small ones', () => {
    cases(number, [
      [0, '0'],
      [16, '16'],
      [0.002, '0.002'],
      [3e-4, '3e-4'],
      [1.5e-6, '1.5e-6'],
      [0.16171, '0.162'],
      [123.4, '123'],
      [-0.5, '-0.5'],
      [1_000_000, '1e6'],
    ]);
  });

  it('shows a dash where there is no value, and says NaN and infinity', () => {
    for (const show of [number, percent, count, duration] as ((value: null | undefined) => string)[]) {
      assert.equal(show(null), '-');
      assert.equal(show(undefined), '-');
    }
    assert.equal(number('NaN'), 'NaN');
    assert.equal(fixed('-Infinity', 2), '-inf');
    assert.equal(percent('Infinity'), 'inf');
    assert.equal(points(undefined, 0.5), '-');
    assert.equal(points('NaN', 0.5), '-');
  });

  it('shows changes in points with their sign', () => {
    assert.equal(points(0.301, 0.562), '+26.1');
    assert.equal(points(0.5, 0.4), '-10.0');
    assert.equal(points(0.5, 0.50001), '0.0');
    assert.equal(points(0.5, 0.49999), '0.0');
  });

  it('shows counts and durations', () => {
    cases(count, [
      [950, '950'],
      [999.6, '1k'],
      [12_345, '12.3k'],
      [4_100_000, '4.1M'],
    ]);
    cases(duration, [
      [8.4, '8s'],
      [59.6, '1m 00s'],
      [125, '2m 05s'],
      [3600 + 12 * 60, '1h 12m'],
      [3 * 86_400 + 4 * 3600, '3d 4h'],
    ]);
    assert.equal(plural(1, 'step'), '1 step');
    assert.equal(plural(0, 'step'), '0 steps');
  });
});
