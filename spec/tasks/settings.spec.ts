import assert from 'node:assert/strict';
import { ProrlError } from '../../runtime/errors.ts';
import {
  flag,
  fraction,
  range,
  readSettings,
  text,
  whole,
  type Settings,
} from '../../runtime/tasks/index.ts';

const SHAPE = {
  terms: range({ within: [2, 12], default: [2, 4] }),
  kinds: whole({ within: [1, 26], default: 4 }),
  noise: fraction({ default: 0.5 }),
  subtract: flag({ default: false }),
  order: text({ oneOf: ['up', 'down'], default: 'up' }),
  marks: text({ oneOf: ['dot', 'dash'], several: true, default: 'dot' }),
};

describe('the settings of a task', () => {
  it('have defaults', () => {
    const values = readSettings('demo', SHAPE, {});
    assert.deepEqual(values, {
      terms: { from: 2, to: 4 },
      kinds: 4,
      noise: 0.5,
      subtract: false,
      order: 'up',
      marks: 'dot',
    });
  });

  it('are taken as given, and a number stands for a range of one', () => {
    const given = { terms: 3, kinds: 9, noise: 1, subtract: true, order: 'down', marks: 'dash, dot' };
    assert.deepEqual(readSettings('demo', SHAPE, given), { ...given, terms: { from: 3, to: 3 } });
  });

  const refused: [settings: Settings, message: RegExp, hint: RegExp][] = [
    [{ termz: 3 }, /demo has no setting "termz"/, /Did you mean "terms"\?/],
    [{ elephants: 3 }, /no setting "elephants"/, /It takes terms, kinds/],
    [{ toString: 3 }, /no setting "toString"/, /It takes/],
    [{ terms: { from: 1, to: 4 } }, /demo\(terms: 1\.\.4\) leaves the bounds 2\.\.12/, /inside 2\.\.12/],
    [{ terms: { from: 5, to: 99 } }, /leaves the bounds/, /inside/],
    [{ terms: { from: 5, to: 3 } }, /runs backwards/, /3\.\.5/],
    [{ terms: 2.5 }, /not a range of whole numbers/, /2\.\.4/],
    [{ terms: 'many' }, /terms: "many"\) is not a range/, /2\.\.4/],
    [{ kinds: 0 }, /not a whole number from 1 to 26/, /default is 4/],
    [{ kinds: NaN }, /not a whole number/, /default/],
    [{ noise: 1.5 }, /not a fraction from 0 to 1/, /0\.5/],
    [{ subtract: 1 }, /neither true nor false/, /false/],
    [{ order: 'sideways' }, /none of the texts/, /up, down/],
    [{ order: 3 }, /not a text/, /double quotes/],
    [{ marks: 'dash, comma' }, /names "comma"/, /dot, dash, with commas between/],
    [{ marks: '' }, /names ""/, /dot, dash/],
  ];
  for (const [settings, message, hint] of refused) {
    it(`refuse ${JSON.stringify(settings)}`, () => {
      assert.throws(
        () => readSettings('demo', SHAPE, settings),
        (error) => {
          assert.ok(error instanceof ProrlError);
          assert.equal(error.exitCode, 3);
          assert.match(error.message, message);
          assert.match(error.hint ?? '', hint);
          return true;
        },
      );
    });
  }
});
