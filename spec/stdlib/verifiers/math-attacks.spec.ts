import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Verdict } from '../../../runtime/tasks/index.ts';
import { math } from '../../../stdlib/verifiers/math.ts';
import { attacks, references } from './math-attacks.ts';

const wraps: readonly ((answer: string) => string)[] = [
  (answer) => `So it is \\boxed{${answer}}.`,
  (answer) => `<think>42</think><answer>${answer}</answer>`,
  (answer) => `Thus the answer is ${answer}`,
];

/** Seconds of processor time that judging one response may take; that of the machine's other work does not count. */
const LIMIT = 5;

const judge = (response: string, answer: string) => {
  const before = process.cpuUsage();
  const verdict = math.verify({ prompt: 'p', answer }, response, {}) as Verdict;
  const { user, system } = process.cpuUsage(before);
  return { verdict, seconds: (user + system) / 1e6 };
};

describe('the math verifier against answers that are made to pass', function () {
  this.timeout(240_000);
  before(() => judge('\\boxed{1}', '2'));

  for (const [kind, texts] of Object.entries(attacks)) {
    it(`gives nothing for ${kind}, and soon`, () => {
      for (const text of texts) {
        for (const [i, answer] of references.entries()) {
          const { verdict, seconds } = judge(wraps[i % wraps.length]!(text), answer);
          const told = `${JSON.stringify(text.slice(0, 60))} for ${answer}`;
          assert.deepEqual(verdict, { score: 0, correct: false }, told);
          assert.ok(seconds < LIMIT, `${told} took ${seconds} s`);
        }
      }
    });
  }

  it('takes any of them for a reference answer too, and gives nothing for another answer', () => {
    for (const answer of Object.values(attacks).flat()) {
      const { verdict, seconds } = judge('\\boxed{4242}', answer);
      assert.deepEqual(verdict, { score: 0, correct: false }, answer.slice(0, 60));
      assert.ok(seconds < LIMIT, `${answer.slice(0, 60)} took ${seconds} s`);
    }
  });

  it('gives nothing for any text that holds neither the digits nor the words of the answer', () => {
    const pieces = fc.constantFrom(
      ...['\\frac', '\\sqrt', '{', '}', '(', ')', '[', ']', '^', '_', '+', '-', '!', '|', ',', '=', '<', '%'],
      ...['\\cup', '\\infty', '\\text', '\\pi', '\\begin{pmatrix}', '\\end{pmatrix}', '&', '\\\\', ' ', '.'],
      ...['0', '1', '2', 'x', 'e', 'i', '\u221a', '\u00b2', '\u2212'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), fc.nat(wraps.length - 1), (parts, i) => {
        const { verdict, seconds } = judge(wraps[i]!(parts.join('')), '7919/8887');
        assert.deepEqual(verdict, { score: 0, correct: false });
        assert.ok(seconds < LIMIT);
      }),
      { numRuns: 400 },
    );
  });

  it('does not take a wrong number for the right one because both are beyond what it works out', () => {
    for (const [given, expected] of [
      ['9^{9^{9}}', '9^{9^{8}}'],
      ['10^{10^{10}}', '10^{10^{10}}+1'],
      ['3001!', '3002!'],
      ['((9^{1000})^{1000})^{1000}', '((9^{1000})^{1000})^{999}'],
    ] as const) {
      assert.equal(judge(`\\boxed{${given}}`, expected).verdict.correct, false, `${given} for ${expected}`);
    }
  });
});
