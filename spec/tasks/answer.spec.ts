import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonicalInteger, readAnswer, sameInteger, writeAnswer } from '../../runtime/tasks/index.ts';

describe('reading the answer of a response', () => {
  const table: [what: string, response: string, answer: string | undefined][] = [
    ['an answer after its steps', '7 +5=12<answer>12</answer>', '12'],
    ['the last of two', '<answer>1</answer> no: <answer>2</answer>', '2'],
    ['the last complete one', '<answer>1</answer> or <answer>2', '1'],
    ['the inner of two openings', '<answer>1<answer>2</answer>', '2'],
    ['up to the first closing tag', '<answer>1</answer> 2</answer>', '1'],
    ['white space made canonical', '<answer>\n  a \t b </answer>', 'a b'],
    ['text after it', '<answer>3</answer> is my answer', '3'],
    ['no tags', 'the answer is 12', undefined],
    ['tags of another case', '<ANSWER>12</ANSWER>', undefined],
    ['an unclosed tag', '<answer>12', undefined],
    ['an unopened tag', '12</answer>', undefined],
    ['tags the wrong way about', '</answer>12<answer>', undefined],
    ['an empty answer', '<answer> </answer>', undefined],
    ['an endless answer', `<answer>${'1'.repeat(5000)}</answer>`, undefined],
    ['nothing', '', undefined],
  ];
  for (const [what, response, answer] of table) {
    it(what, () => assert.equal(readAnswer(response), answer));
  }

  it('reads back what was written, whatever stands before it', () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^[a-z0-9-]{1,9}$/), (before, answer) => {
        assert.equal(readAnswer(before + writeAnswer(answer)), answer);
      }),
    );
  });

  it('takes time in proportion to the text, on texts made to take long', () => {
    const hostile = ['<answer>', '</answer>', '<answer><answer', ' ', '<answer> </answer>', '<'];
    for (const piece of hostile) {
      const response = piece.repeat(2 ** 20 / piece.length);
      const start = performance.now();
      readAnswer(response);
      readAnswer(`<answer>${response}`);
      readAnswer(`${response}</answer>`);
      assert.ok(performance.now() - start < 1000, `a megabyte of "${piece}" took too long`);
    }
  });
});

describe('whole numbers as answers', () => {
  it('have one canonical spelling', () => {
    for (const [text, canonical] of [
      ['12', '12'],
      ['-12', '-12'],
      ['+12', '12'],
      ['0012', '12'],
      ['-007', '-7'],
      ['0', '0'],
      ['-0', '0'],
      ['000', '0'],
      ['9007199254740993', '9007199254740993'],
    ] as const) {
      assert.equal(canonicalInteger(text), canonical, text);
    }
  });

  it('are nothing but an optional sign and decimal digits', () => {
    for (const text of [
      '',
      '-',
      '+',
      '1.0',
      '1e3',
      '1,000',
      '1 2',
      '0x10',
      '١',
      'NaN',
      '--1',
      '12.',
      '½',
      '1\n2',
      'twelve',
    ]) {
      assert.equal(canonicalInteger(text), undefined, text);
    }
  });

  it('are compared exactly, beyond what a float holds', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(), (a, b) => {
        assert.equal(sameInteger(`${a}`, `${b}`), a === b);
        assert.ok(sameInteger(`${a}`, `${a}`));
        assert.ok(!sameInteger(`${a}`, `${a + 1n}`));
      }),
    );
  });

  it('never match where neither can be read', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (!/^[+-]?[0-9]+$/.test(text)) assert.ok(!sameInteger(text, text));
      }),
    );
  });
});
