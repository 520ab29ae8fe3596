import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readAnswer, seededRandom, writeAnswer } from '../../../runtime/tasks/index.ts';
import { shapeWord as task } from '../../../stdlib/tasks/instructions/shape-word.ts';

describe('the task shape_word', () => {
  const settings = fc.record({
    letters: fc.integer({ min: 1, max: 12 }),
    steps: fc.integer({ min: 1, max: 5 }),
  });
  const posed = fc
    .tuple(settings, fc.integer())
    .map(([given, seed]) => task.generate(given, seededRandom(seed)));

  it('scores its worked solution 1, and a slip of it less', () => {
    fc.assert(
      fc.property(posed, fc.integer(), (problem, seed) => {
        assert.deepEqual(task.verify(problem, task.solve(problem)), { score: 1, correct: true });
        const { score, correct } = task.verify(problem, task.slip!(problem, seededRandom(seed)));
        assert.ok(score < 1 && !correct);
      }),
    );
  });

  it('gives part of the score for part of the instructions', () => {
    const problem = {
      prompt: 'write kdb: 2 times, upper, quote',
      answer: '"KDB KDB"',
      data: { word: 'kdb', steps: [{ do: 'times', times: 2 }, { do: 'upper' }, { do: 'quote' }] },
    };
    const score = (answer: string): number => task.verify(problem, writeAnswer(answer)).score;
    assert.equal(score('"KDB KDB"'), 1);
    assert.equal(score('KDB KDB'), 2 / 4);
    assert.equal(score('"kdb kdb"'), 2 / 4);
    assert.equal(score('kdb'), 0);
    assert.equal(score('"KDB"'), 2 / 4);
    assert.equal(score('"XYZ XYZ"'), 0);
    assert.equal(score('"KDB KDB" indeed'), 1 / 4);
  });

  it('asks what its prompt says', () => {
    fc.assert(
      fc.property(posed, (problem) => {
        const answer = readAnswer(task.solve(problem))!;
        assert.equal(problem.prompt.includes('upper'), /[A-Z]/.test(answer));
        assert.equal(problem.prompt.includes('quote'), answer.startsWith('"'));
        assert.equal(problem.prompt.includes('title'), answer.startsWith('[['));
        assert.equal(problem.prompt.includes('bullets'), answer.includes('* '));
      }),
    );
  });

  it('never throws on any text', () => {
    const problem = task.generate({}, seededRandom(1));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void task.verify(problem, writeAnswer(text))),
    );
  });
});
