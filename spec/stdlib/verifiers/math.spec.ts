import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finalAnswer } from '../../../stdlib/verifiers/math/extract.ts';
import { sameAnswer } from '../../../stdlib/verifiers/math/same-answer.ts';
import { math } from '../../../stdlib/verifiers/math.ts';
import { classes, pairs } from './math-classes.ts';

function score(response: string, answer: string): number {
  const verdict = math.verify({ prompt: 'How many?', answer }, response, {});
  assert.ok(!(verdict instanceof Promise));
  return verdict.score;
}

describe('the math verifier', () => {
  describe('finds the final answer', () => {
    const cases: [response: string, answer: string | undefined][] = [
      ['So it is \\boxed{\\frac{1}{2}}.', '\\frac{1}{2}'],
      ['\\boxed{1} no, \\boxed{2}', '2'],
      ['\\boxed{\\{1, 2\\}}', '\\{1, 2\\}'],
      ['\\boxed {7}', '7'],
      ['\\boxed{3} and then \\boxed{', '3'],
      ['<answer>12</answer>', '12'],
      ['<answer>The answer is \\boxed{12}</answer>', '12'],
      ['\\boxed{1} <answer>2</answer>', '2'],
      ['<answer>2</answer> \\boxed{1}', '1'],
      ['The answer is 42.', '42'],
      ['Hence the answer is $x = 3.5$. Done.', 'x = 3.5'],
      ['**Answer:** 17', '17'],
      ['Final answer: 3.14', '3.14'],
      ['First the answer is 1. On reflection the answer is 2.', '2'],
      ['<think>\\boxed{1}</think>\\boxed{2}', '2'],
      ['<think>\\boxed{1}</think> I do not know.', undefined],
      ['<think>\\boxed{1}', undefined],
      ['It has 12 parts and 3 ends.', undefined],
      ['\\boxed{}', undefined],
      ['', undefined],
      ['2 + 3 = <<2+3=5>>5\n#### 5', '5'],
      ['#### 1,234\n', '1,234'],
      ['The answer is 4.\n#### 5', '5'],
      ['\\boxed{4}\n#### 5', '4'],
      ['<answer>\n#### 5\n</answer>', '5'],
      ['#### Step 1\nThe answer is 4.', '4'],
      ['#### 5\nor so', undefined],
      ['##### 5', undefined],
    ];
    for (const [response, answer] of cases) {
      it(`${JSON.stringify(response)} says ${answer ?? 'nothing'}`, () => {
        assert.equal(finalAnswer(response), answer);
      });
    }
  });

  for (const kind of Object.keys(classes)) {
    it(`tells ${kind} by their meaning, whichever side they stand on`, () => {
      const all = pairs().filter(({ expected }) =>
        classes[kind]!.some((spellings) => spellings.includes(expected)),
      );
      assert.ok(all.length > 5);
      const wrong = all.filter(({ given, expected, same }) => sameAnswer(given, expected) !== same);
      assert.deepEqual(wrong, []);
    });
  }

  it('takes nothing for right because it cannot be read', () => {
    for (const broken of [
      '\\frac{1}{',
      '\\foo{5}',
      '((5)',
      '5 +',
      '{',
      '##',
      '\\left(',
      '1/0',
      '0/0',
      'NaN',
      '=',
      '',
    ]) {
      for (const answer of ['5', '\\frac{1}{2}', 'x+1', '\\{1,2\\}', '(1,2)', 'east', '1/0 + 1']) {
        assert.equal(sameAnswer(broken, answer), false, `${broken} for ${answer}`);
      }
    }
  });

  it('does not take one number for many, or a part for the whole', () => {
    for (const [given, expected] of [
      ['1', '\\{1,2\\}'],
      ['1,2', '\\{1,2,3\\}'],
      ['1,2,3', '(1,2)'],
      ['x', 'x+0.0001'],
      ['x^2', 'x^{2.0001}'],
      ['3=5', '5'],
      ['0.33', '1/3'],
      ['0.3333334', '1/3'],
      ['1000001', '1000000'],
      ['5\\text{ m}', '5\\text{ cm}'],
      ['20^\\circ C', '20^\\circ F'],
      ['10^{100}+1', '10^{100}'],
      ['\\sqrt{2}+10^{-30}', '\\sqrt{2}'],
    ] as const) {
      assert.equal(sameAnswer(given, expected), false, `${given} for ${expected}`);
      assert.equal(sameAnswer(expected, given), false, `${expected} for ${given}`);
    }
  });

  it('knows every fraction from its neighbours, in every spelling', () => {
    const spell = (p: number, q: number): string[] => [
      `\\frac{${p}}{${q}}`,
      `${p}/${q}`,
      `\\frac{${3 * p}}{${3 * q}}`,
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: -999, max: 999 }),
        fc.integer({ min: 1, max: 999 }),
        fc.nat(2),
        fc.nat(2),
        (p, q, i, j) => {
          assert.equal(sameAnswer(spell(p, q)[i]!, spell(p, q)[j]!), true);
          assert.equal(sameAnswer(spell(p + 1, q)[i]!, spell(p, q)[j]!), false);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('judges a response as a whole', () => {
    assert.equal(score('<think>7?</think> So \\boxed{x = 8}', '8'), 1);
    assert.equal(score('8', '8'), 0);
    assert.equal(score('\\boxed{8}', 'The total is 8, so \\boxed{8}'), 1);
  });

  it('ends soon and without an error on any text', () => {
    const pieces = fc.constantFrom(
      '\\frac',
      '{',
      '}',
      '(',
      ')',
      '[',
      ']',
      '|',
      '^',
      '_',
      '\\sqrt',
      '1',
      'x',
      ',',
      '=',
      '<',
      '\\text{',
      '!',
      '\\begin{matrix}',
      '&',
      '\\\\',
      '9',
      '\\infty',
      '$',
      '%',
      ' or ',
      '\u0000',
      'é',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 60 }),
        fc.oneof(fc.constant('5'), fc.string()),
        (text, answer) => {
          const started = performance.now();
          sameAnswer(text.join(''), answer);
          assert.ok(performance.now() - started < 4000, 'it took too long');
        },
      ),
      { numRuns: 150 },
    );
    for (const bomb of [
      '9^{9^{9^{9^9}}}',
      '99999!',
      '(10^9)!',
      '2^{2^{2^{2^{2^2}}}}',
      '\\binom{10^6}{5\\cdot 10^5}',
      '('.repeat(900),
      '|'.repeat(900),
      '\\frac{'.repeat(150),
      '!'.repeat(800),
      '[1)'.repeat(300),
    ]) {
      const started = performance.now();
      assert.equal(sameAnswer(bomb, '7'), false);
      assert.ok(performance.now() - started < 4000, `${bomb.slice(0, 20)} took too long`);
    }
  });
});
