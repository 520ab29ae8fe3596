import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ProrlError } from '../../runtime/errors.ts';
import {
  drawProblem,
  readAnswer,
  splitOf,
  writeAnswer,
  type Problem,
  type Settings,
  type ProceduralTask,
} from '../../runtime/tasks/index.ts';
import { testRandom } from '../support/random.ts';
import { settingAt, standardTasks } from '../support/standard-tasks.ts';

const tasks = await standardTasks();
const seeds = fc.integer();

/** Settings over the whole of a task's bounds, left to their defaults now and then. */
function settingsOf(task: ProceduralTask): fc.Arbitrary<Settings> {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const entries = Object.entries(task.settings).map(
    ([name, shape]) =>
      [name, fc.option(fc.tuple(place, place).map(([low, high]) => settingAt(shape, low, high)))] as const,
  );
  return fc.record(Object.fromEntries(entries)).map((values) => {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Settings;
  });
}

it('the standard library has at least ten tasks, each with a name of its own', () => {
  assert.ok(tasks.length >= 10);
  assert.equal(new Set(tasks.map((task) => task.name)).size, tasks.length);
});

for (const task of tasks) {
  describe(task.name, () => {
    const posed = fc
      .tuple(settingsOf(task), seeds)
      .map(([settings, seed]): [Problem, Settings, number] => [
        task.generate(settings, testRandom(seed)),
        settings,
        seed,
      ]);

    it('scores its worked solution 1', () => {
      fc.assert(
        fc.property(posed, ([problem]) => {
          const solution = task.solve(problem);
          assert.ok(solution.endsWith(writeAnswer(problem.answer)), solution);
          assert.deepEqual(task.verify(problem, solution), { score: 1, correct: true });
        }),
        { numRuns: 300 },
      );
    });

    const slipOf = task.slip;
    if (slipOf !== undefined) {
      it('scores a slip below 1, though it looks like a solution', () => {
        fc.assert(
          fc.property(posed, seeds, ([problem], seed) => {
            const slip = slipOf(problem, testRandom(seed));
            assert.match(slip, /^[^<>]*<answer>[^<>]+<\/answer>$/);
            assert.notEqual(readAnswer(slip), problem.answer);
            const { score, correct } = task.verify(problem, slip);
            assert.ok(score < 1 && !correct, slip);
          }),
          { numRuns: 1000 },
        );
      });

      it('makes slips of more than one kind', () => {
        const random = testRandom(1);
        const kinds = Array.from({ length: 30 }, () => {
          const problem = task.generate({}, random);
          return new Set(Array.from({ length: 20 }, () => slipOf(problem, random))).size;
        });
        // The smallest problems (1 in base 2) leave room for but one.
        assert.ok(kinds.filter((count) => count > 1).length >= 25, kinds.join(' '));
      });
    }

    it('poses the same problem for the same seed, and others for others', () => {
      fc.assert(
        fc.property(posed, ([problem, settings, seed]) => {
          assert.deepEqual(task.generate(settings, testRandom(seed)), problem);
        }),
      );
      const prompts = new Set(
        Array.from({ length: 50 }, (_, seed) => task.generate({}, testRandom(seed)).prompt),
      );
      assert.ok(prompts.size > 10);
    });

    it('asks one question per prompt: prompt and answer go together, and a problem survives JSON', () => {
      const answers = new Map<string, string>();
      fc.assert(
        fc.property(posed, ([problem]) => {
          const before = answers.get(problem.prompt);
          assert.ok(before === undefined || before === problem.answer, problem.prompt);
          answers.set(problem.prompt, problem.answer);
          const stored = JSON.parse(JSON.stringify(problem)) as Problem;
          assert.equal(task.solve(stored), task.solve(problem));
        }),
      );
    });

    it('gives no credit to any other text, and never throws', () => {
      const text = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string().map(writeAnswer),
        fc.integer().map(String),
      );
      fc.assert(
        fc.property(posed, text, ([problem], response) => {
          const given = readAnswer(response);
          if (given !== undefined && same(given, problem.answer)) return;
          assert.deepEqual(task.verify(problem, response), { score: 0, correct: false });
        }),
        { numRuns: 300 },
      );
    });

    it('counts the last answer alone, and the answer without its tags not at all', () => {
      const problem = task.generate({}, testRandom(7));
      const right = writeAnswer(problem.answer);
      assert.equal(task.verify(problem, problem.answer).correct, false);
      assert.equal(task.verify(problem, right + writeAnswer('nonsense')).correct, false);
      assert.equal(task.verify(problem, writeAnswer('nonsense') + right).correct, true);
      assert.equal(task.verify(problem, writeAnswer(problem.answer + ' or so')).correct, false);
    });

    it('keeps training and held-out problems apart', async () => {
      const random = testRandom(11);
      const settings = {};
      const train = new Set<string>();
      for (let i = 0; i < 200; i++) train.add((await drawProblem(task, settings, 'train', random)).prompt);
      for (let i = 0; i < 50; i++) {
        const { prompt } = await drawProblem(task, settings, 'heldout', random);
        assert.ok(!train.has(prompt));
        assert.equal(splitOf(task.name, prompt), 'heldout');
      }
    });

    it('refuses settings out of bounds or unknown', () => {
      const refused: Settings[] = [{ nonsense: 1 }];
      for (const [name, shape] of Object.entries(task.settings)) {
        refused.push({ [name]: 'nonsense' });
        if (shape.kind !== 'range') continue;
        refused.push({ [name]: { from: shape.within.from - 1, to: shape.within.to } });
        refused.push({ [name]: { from: shape.within.from, to: shape.within.to + 1 } });
      }
      for (const settings of refused) {
        assert.throws(() => task.generate(settings, testRandom(1)), ProrlError, JSON.stringify(settings));
      }
    });

    it('is short and plain: ASCII, one line, with prompts and solutions that a small model can hold', () => {
      const random = testRandom(2);
      for (let i = 0; i < 300; i++) {
        const problem = task.generate({}, random);
        for (const text of [problem.prompt, task.solve(problem), task.slip?.(problem, random) ?? 'none']) {
          assert.match(text, /^[ -~]+$/);
        }
        assert.ok(problem.prompt.length <= 30, problem.prompt);
        assert.ok(task.solve(problem).length <= 64, task.solve(problem));
      }
    });
  });
}

/** Whether an answer could pass as another way of writing the right one. */
function same(given: string, expected: string): boolean {
  const plain = (text: string) =>
    text
      .replace(/\s/g, '')
      .replace(/^([+-]?)0+(?=[0-9a-z])/, '$1')
      .replace(/^\+/, '');
  return plain(given) === plain(expected) || (expected === '0' && /^[+-]?0+$/.test(given));
}
