import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ProrlError } from '../../runtime/errors.ts';
import {
  drawProblem,
  readAnswer,
  slipText,
  splitOf,
  writeAnswer,
  type ProceduralTask,
  type Problem,
  type Settings,
} from '../../runtime/tasks/index.ts';
import { testRandom } from '../support/random.ts';
import { settingAt, standardTasks } from '../support/standard-tasks.ts';
import { asGood } from './as-good.ts';

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

it('the standard library has at least seventy procedural tasks, each with a name of its own', () => {
  assert.ok(tasks.length >= 70);
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
          assert.deepEqual(task.verify(problem, solution), { score: 1, correct: true }, solution);
        }),
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
            assert.ok(score >= 0 && score < 1 && !correct, slip);
          }),
          { numRuns: 300 },
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

    it('scores a perturbed answer below 1, unless an independent check finds it as good', () => {
      let wrong = 0;
      fc.assert(
        fc.property(posed, seeds, ([problem], seed) => {
          const given = readAnswer(writeAnswer(perturb(problem.answer, seed)));
          if (given === undefined) return;
          const { score, correct } = task.verify(problem, writeAnswer(given));
          assert.equal(score === 1, correct);
          assert.ok(score >= 0 && score <= 1);
          assert.equal(correct, asGood(task.name, problem, given), given);
          if (!correct) wrong += 1;
        }),
        { numRuns: 200 },
      );
      assert.ok(wrong >= 50, `${wrong} of 200 were wrong`);
    });

    it('poses the same problem for the same seed, and others for others', () => {
      fc.assert(
        fc.property(posed, ([problem, settings, seed]) => {
          assert.deepEqual(task.generate(settings, testRandom(seed)), problem);
        }),
        { numRuns: 50 },
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
          // Where several answers are right, which one is the reference may differ.
          assert.ok(
            before === undefined || task.verify(problem, writeAnswer(before)).correct,
            problem.prompt,
          );
          answers.set(problem.prompt, problem.answer);
          const stored = JSON.parse(JSON.stringify(problem)) as Problem;
          assert.deepEqual(stored, problem);
          assert.equal(task.solve(stored), task.solve(problem));
        }),
      );
    });

    it('takes no other text for right, and never throws', () => {
      const text = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string().map(writeAnswer),
        fc.string({ unit: fc.constantFrom(...'0123456789 ,;:/-+*^()[]abcxyzABC>') }).map(writeAnswer),
        fc.integer().map(String).map(writeAnswer),
      );
      fc.assert(
        fc.property(posed, text, ([problem], response) => {
          const given = readAnswer(response);
          const { score, correct } = task.verify(problem, response);
          assert.ok(score >= 0 && score <= 1 && correct === (score === 1));
          if (given === undefined) assert.equal(score, 0);
          else assert.equal(correct, asGood(task.name, problem, given), given);
        }),
        { numRuns: 200 },
      );
    });

    it('judges huge texts in bounded time', () => {
      const problem = task.generate({}, testRandom(3));
      const started = performance.now();
      for (const part of [
        '1',
        '1,',
        '(',
        'a ',
        '2*',
        '-',
        'x=',
        ';',
        '[',
        '/',
        problem.answer,
        `${problem.answer},`,
      ]) {
        const long = part.repeat(Math.floor(4096 / part.length));
        assert.ok(task.verify(problem, writeAnswer(long)).score <= 1);
        const { correct } = task.verify(problem, part.repeat(Math.floor(1e6 / part.length)) + '<answer>');
        assert.equal(correct, false);
      }
      assert.ok(performance.now() - started < 2000, `${performance.now() - started} ms`);
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
      for (let i = 0; i < 200; i++) {
        const problem = task.generate({}, random);
        for (const text of [problem.prompt, task.solve(problem), task.slip?.(problem, random) ?? 'none']) {
          assert.match(text, /^[ -~]+$/);
        }
        assert.ok(problem.prompt.length <= 240, problem.prompt);
        assert.ok(task.solve(problem).length <= 240, task.solve(problem));
      }
    });
  });
}

/** The answer with one small change, mostly of a single character. */
function perturb(answer: string, seed: number): string {
  const random = testRandom(seed);
  const at = random.int(0, answer.length - 1);
  const put = (text: string) => answer.slice(0, at) + text + answer.slice(at + 1);
  const here = answer.charAt(at);
  switch (random.int(0, 4)) {
    case 0:
      return slipText(answer, random);
    case 1:
      return answer.length > 1 ? put('') : answer + answer;
    case 2:
      return put(/\d/.test(here) ? String((Number(here) + random.int(1, 9)) % 10) : here + here);
    case 3:
      return answer + random.pick([...answer]);
    default:
      return put(random.pick([...'0123456789abcdeSTNW'].filter((other) => other !== here)));
  }
}
