import assert from 'node:assert/strict';
import fc from 'fast-check';
import { drawProblem, seededRandom, splitOf, VerifierFailure } from '../../../runtime/tasks/index.ts';
import { followInstructions as task } from '../../../stdlib/tasks/instructions/follow-instructions.ts';
import { kinds } from '../../../stdlib/verifiers/instructions/kinds.ts';
import { instructions } from '../../../stdlib/verifiers/instructions.ts';

interface Data {
  readonly instructions: readonly { readonly id: string }[];
}

describe('the task follow_instructions', () => {
  const settings = fc.record({
    count: fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
    loose: fc.boolean(),
  });
  const posed = fc
    .tuple(settings, fc.integer())
    .map(([given, seed]) => ({ given, seed, problem: task.generate(given, seededRandom(seed)) }));

  it('poses instructions that its worked solution follows all at once', () => {
    fc.assert(
      fc.property(posed, ({ given, problem }) => {
        assert.deepEqual(task.verify(problem, task.solve(problem)), { score: 1, correct: true });
        const { length } = (problem.data as Data).instructions;
        assert.ok(length >= given.count.from && length <= given.count.to);
      }),
      { numRuns: 200 },
    );
  });

  it('scores a slip below 1', () => {
    fc.assert(
      fc.property(posed, fc.integer(), ({ problem }, seed) => {
        const { score, correct } = task.verify(problem, task.slip!(problem, seededRandom(seed)));
        assert.ok(score < 1 && !correct);
      }),
      { numRuns: 200 },
    );
  });

  for (const id of kinds.keys()) {
    it(`can pose ${id} by itself`, () => {
      const random = seededRandom(7);
      for (let i = 0; i < 10; i++) {
        const problem = task.generate({ kinds: id, count: 1 }, random);
        assert.deepEqual(
          (problem.data as Data).instructions.map((instruction) => instruction.id),
          [id],
        );
        assert.equal(task.verify(problem, task.slip!(problem, random)).correct, false);
      }
    });
  }

  it('poses what a list of kinds and groups names, and nothing else', () => {
    const random = seededRandom(3);
    const found = new Set<string>();
    for (let i = 0; i < 40; i++) {
      const problem = task.generate({ kinds: 'startend, punctuation:no_comma', count: 2 }, random);
      for (const { id } of (problem.data as Data).instructions) found.add(id);
    }
    assert.deepEqual([...found].sort(), [
      'punctuation:no_comma',
      'startend:end_checker',
      'startend:quotation',
    ]);
    assert.throws(() => task.generate({ kinds: 'startend, commas' }, random), /names "commas"/);
  });

  it('scores the share of the instructions that are followed', () => {
    const data = {
      instructions: [
        { id: 'punctuation:no_comma', asked: {} },
        { id: 'startend:quotation', asked: {} },
      ],
      loose: false,
    };
    const problem = { prompt: '?', answer: '', data };
    assert.deepEqual(task.verify(problem, 'no comma here'), { score: 0.5, correct: false });
    assert.deepEqual(task.verify(problem, '"no comma here"'), { score: 1, correct: true });
    assert.deepEqual(task.verify(problem, '<think>a, b</think>"no comma here"'), { score: 1, correct: true });
    assert.deepEqual(task.verify(problem, '<think>"no comma here"'), { score: 0, correct: false });
  });

  it('poses the same for the same seed, and nothing of one split in the other', () => {
    const draw = (split: 'train' | 'heldout') =>
      Promise.resolve(drawProblem(task, {}, split, seededRandom(3)));
    return Promise.all([draw('train'), draw('train'), draw('heldout')]).then(([first, again, heldout]) => {
      assert.deepEqual(first, again);
      assert.equal(splitOf(task.name, first.prompt), 'train');
      assert.equal(splitOf(task.name, heldout.prompt), 'heldout');
    });
  });

  it('never throws on any text, and ends soon on a long one', () => {
    const problem = task.generate({ count: 6 }, seededRandom(5));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void task.verify(problem, text)));
    for (const text of [
      '*'.repeat(200_000),
      '['.repeat(200_000),
      '<'.repeat(200_000),
      ' \n'.repeat(100_000),
      'a. '.repeat(60_000),
      '"'.repeat(200_000),
    ]) {
      for (const id of kinds.keys()) {
        const one = task.generate({ kinds: id, count: 1 }, seededRandom(1));
        const started = performance.now();
        task.verify(one, text);
        assert.ok(performance.now() - started < 2000, `${id} took long on ${text.slice(0, 3)}`);
      }
    }
  });
});

describe('the verifier of instructions', () => {
  it('reads the columns of the published data set', () => {
    const problem = {
      prompt: '?',
      answer: '',
      data: {
        instruction_id_list: ['punctuation:no_comma', 'length_constraints:number_words'],
        kwargs: [{ num_words: null }, { num_words: 3, relation: 'at least', keywords: null }],
      },
    };
    assert.deepEqual(instructions.verify(problem, 'one two three', { loose: false }), {
      score: 1,
      correct: true,
    });
    assert.deepEqual(instructions.verify(problem, 'one, two', { loose: false }), {
      score: 0,
      correct: false,
    });
    assert.deepEqual(instructions.verify(problem, 'Sure, yes:\none two three', { loose: true }), {
      score: 1,
      correct: true,
    });
  });

  it('fails, and scores nothing, where the problem has no instructions that it knows', () => {
    for (const data of [
      undefined,
      null,
      {},
      { instructions: [] },
      { instruction_id_list: ['a:b'], kwargs: [{}] },
    ]) {
      assert.throws(
        () => instructions.verify({ prompt: '?', answer: '', data }, 'x', { loose: false }),
        VerifierFailure,
      );
    }
  });
});
