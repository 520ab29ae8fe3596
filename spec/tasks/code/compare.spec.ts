import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sameOutput } from '../../../runtime/tasks/code/compare-output.ts';
import { sameValue } from '../../../runtime/tasks/code/compare-value.ts';
import { readSolution } from '../../../runtime/tasks/code/solution.ts';

describe('the output of a program', () => {
  it('may differ in spaces at the ends of lines and in empty lines at the end', () => {
    assert.ok(sameOutput('1 2 \n3\r\n\n', '1 2\n3'));
    assert.ok(!sameOutput('1  2', '1 2'));
    assert.ok(!sameOutput('\n1', '1'));
    assert.ok(!sameOutput('1 2', '1 2 3'));
    assert.ok(!sameOutput('', '0'));
  });

  it('may be compared by words', () => {
    assert.ok(sameOutput(' 1\n2   3', '1 2 3', { tokens: true }));
    assert.ok(!sameOutput('12 3', '1 23', { tokens: true }));
  });

  it('may differ in numbers within a tolerance, absolute below one and relative above', () => {
    assert.ok(sameOutput('0.3333', '0.33333333', { tolerance: 1e-3 }));
    assert.ok(sameOutput('1000001', '1e6', { tolerance: 1e-5 }));
    assert.ok(!sameOutput('1.1', '1.0', { tolerance: 1e-3 }));
    for (const given of ['nan', 'NaN', 'inf', 'Infinity', '0x1', '', 'one', '1_0']) {
      assert.ok(!sameOutput(given, '1', { tolerance: 0.5 }), given);
    }
  });

  it('equals itself, and no other line of letters', () => {
    const lines = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '1') }), { minLength: 1 });
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        const [x, y] = [a.join('\n'), b.join('\n')];
        assert.ok(sameOutput(x, x));
        assert.equal(sameOutput(x, y), x.replace(/\n+$/, '') === y.replace(/\n+$/, ''));
      }),
    );
  });
});

describe('the value of a function', () => {
  it('equals itself, however its members are ordered', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        assert.ok(sameValue(text, text));
        const reversed = JSON.stringify(value, (_, inner: unknown) =>
          typeof inner === 'object' && inner !== null && !Array.isArray(inner)
            ? Object.fromEntries(Object.entries(inner).reverse())
            : inner,
        );
        assert.ok(sameValue(reversed, text));
      }),
    );
  });

  it('equals no other', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const [x, y] = [JSON.stringify(a), JSON.stringify(b)];
        fc.pre(x !== y && !/-0|e-/.test(x + y) && JSON.stringify([a]).length !== JSON.stringify([b]).length);
        assert.ok(!sameValue(x, y), `${x} ${y}`);
      }),
    );
  });

  it('is whole to the last digit', () => {
    assert.ok(sameValue('123456789012345678901', '123456789012345678901'));
    assert.ok(!sameValue('123456789012345678902', '123456789012345678901'));
    assert.ok(sameValue('3', '3.0'));
    assert.ok(!sameValue('"3"', '3'));
    assert.ok(!sameValue('true', '1'));
    assert.ok(!sameValue('null', '0'));
    assert.ok(!sameValue('[]', '{}'));
  });

  it('is compared within a tolerance where asked', () => {
    assert.ok(sameValue('[0.30000000000000004]', '[0.3]', { tolerance: 1e-9 }));
    assert.ok(!sameValue('[0.30000000000000004]', '[0.3]'));
  });

  it('that is no JSON, or nested without end, equals nothing', () => {
    for (const text of [
      '',
      'NaN',
      '[1,',
      '{"a":1,"a":2}',
      '['.repeat(200_000),
      `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
    ]) {
      assert.ok(!sameValue(text, '[]'), text.slice(0, 20));
    }
  });
});

describe('the code of a response', () => {
  const cases: readonly [name: string, response: string, code: string | undefined][] = [
    ['the last fenced block', 'a\n```python\nx = 1\n```\nor\n```py\nx = 2\n```\nthere', 'x = 2'],
    ['after the reasoning', '<think>\n```\nno\n```\n</think>\nx = 3', '\nx = 3'],
    ['between answer tags', 'so <answer>def f(a):return a</answer>', 'def f(a):return a'],
    ['fenced between answer tags', '<answer>\n```js\nf()\n```\n</answer>\n```\nno\n```', 'f()'],
    ['a block that is never closed', 'here:\n```python\nx = 4\ny', 'x = 4\ny'],
    ['a longer fence around a shorter', '````\n```\nx\n```\n````', '```\nx\n```'],
    ['raw', 'print(1)', 'print(1)'],
    ['nothing', ' \n', undefined],
    ['an empty block', '```\n```', undefined],
    ['reasoning that never ends', '<think>print(1)', undefined],
  ];
  for (const [name, response, code] of cases) {
    it(`is ${name}`, () => assert.equal(readSolution(response), code));
  }

  it('is found in any text, without throwing', () => {
    const piece = fc.constantFrom('```', '\n', '<think>', '</think>', '<answer>', '</answer>', 'x', ' ');
    fc.assert(fc.property(fc.array(piece), (pieces) => void readSolution(pieces.join(''))));
  });
});
