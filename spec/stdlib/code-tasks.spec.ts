import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describeModule } from '../../grammar/docs/index.ts';
import { fileWorkspace } from '../../runtime/cli/workspace.ts';
import { closeSandboxes } from '../../runtime/sandbox/index.ts';
import {
  checkTask,
  drawProblem,
  loadTask,
  readAnswer,
  splitOf,
  type Settings,
  type Task,
} from '../../runtime/tasks/index.ts';
import { LISTS } from '../../stdlib/tasks/code/function-task.ts';
import { applyAll, drawSteps, LIST_OPERATIONS, slipSteps } from '../../stdlib/tasks/code/operations.ts';
import { testRandom } from '../support/random.ts';
import { needBubblewrap } from '../support/sandbox.ts';
import { settingAt } from '../support/standard-tasks.ts';

const file = new URL('../../stdlib/code.prorl', import.meta.url);
const source = readFileSync(file, 'utf8');
const declared = [...source.matchAll(/code\("\.\/tasks\/code\/([^"]+)", export: "(\w+)"\)/g)].map(
  ([, module = '', name = '']) => ({ module, name }),
);
const tasks = await Promise.all(
  declared.map(({ module, name }) => loadTask({ module: `prorl:tasks/code/${module}`, export: name }, '.')),
);
const sandboxed = tasks.filter(({ verify }) => verify.constructor.name === 'AsyncFunction');
const procedural = tasks.filter((task) => !sandboxed.includes(task));

function settingsOf(task: Task): fc.Arbitrary<Settings> {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const entries = Object.entries(task.settings!).map(
    ([name, shape]) =>
      [name, fc.tuple(place, place).map(([low, high]) => settingAt(shape, low, high))] as const,
  );
  return fc.record(Object.fromEntries(entries)) as fc.Arbitrary<Settings>;
}

describe('the tasks on code', function () {
  this.timeout(60_000);
  after(closeSandboxes);

  it('are seven, four of them run in the sandbox, and declared with the parameters that they take', () => {
    assert.equal(sandboxed.length, 4);
    assert.equal(procedural.length, 3);
    const helpers = ['function-task.ts', 'operations.ts'];
    const files = readdirSync(new URL('../../stdlib/tasks/code/', import.meta.url));
    assert.deepEqual(
      declared.map(({ module }) => `${module}.ts`).sort(),
      files.filter((file) => !helpers.includes(file)).sort(),
    );
    for (const task of tasks) {
      const [, body = ''] = new RegExp(`export task ${task.name}\\(([^]*?)\\n\\) =`).exec(source) ?? [];
      const parameters = body.split('\n').flatMap((line) => /^ {2}(\w+: .*),$/.exec(line)?.[1] ?? []);
      const expected = Object.entries(task.settings!).map(([name, shape]) => {
        if (shape.kind === 'text') return `${name}: String = "${shape.default}"`;
        assert.ok(shape.kind === 'range');
        const { within, default: usual } = shape;
        return `${name}: Range in ${within.from}..${within.to} = ${usual.from}..${usual.to}`;
      });
      assert.deepEqual(parameters, expected, task.name);
    }
  });

  for (const task of procedural) {
    it(`${task.name}: solutions are right, slips wrong, over all settings`, async () => {
      await fc.assert(
        fc.asyncProperty(settingsOf(task), fc.integer(), async (settings, seed) => {
          const problem = await task.generate(settings, testRandom(seed));
          const solution = task.solve!(problem);
          assert.deepEqual(await task.verify(problem, solution), { score: 1, correct: true }, solution);
          const slip = task.slip!(problem, testRandom(seed));
          assert.notEqual(readAnswer(slip), problem.answer);
          assert.equal((await task.verify(problem, slip)).score, 0, slip);
        }),
        { numRuns: 300 },
      );
    });

    it(`${task.name}: is what a run relies on`, () => checkTask(task));
  }

  for (const task of sandboxed) {
    it(`${task.name}: poses the same problem for the same seed, in plain JSON`, async () => {
      await fc.assert(
        fc.asyncProperty(settingsOf(task), fc.integer(), async (settings, seed) => {
          const problem = await task.generate(settings, testRandom(seed));
          assert.deepEqual(await task.generate(settings, testRandom(seed)), problem);
          assert.deepEqual(JSON.parse(JSON.stringify(problem)), problem);
        }),
      );
    });

    for (const language of ['python', 'javascript']) {
      it(`${task.name}: solutions in ${language} score 1, wrong ones less`, async function () {
        await needBubblewrap(this, language as 'python' | 'javascript');
        const random = testRandom(5);
        const trials = Array.from({ length: 4 }, async (_, i) => {
          const steps = { from: 1, to: i < 2 ? 2 : 6 };
          const problem = await task.generate({ language, steps }, random);
          const slip = task.slip!(problem, random);
          const solution = task.solve!(problem);
          assert.deepEqual(await task.verify(problem, solution), { score: 1, correct: true }, solution);
          const { score, correct } = await task.verify(problem, slip);
          assert.ok(score < 1 && !correct, `${problem.prompt}: ${slip}`);
        });
        await Promise.all(trials);
      });
    }

    it(`${task.name}: gives nothing for what is no code`, async function () {
      await needBubblewrap(this);
      const problem = await task.generate({}, testRandom(3));
      for (const response of ['', '<answer></answer>', 'the answer is 7', '<think>def f(a):return a']) {
        assert.deepEqual(await task.verify(problem, response), { score: 0, correct: false }, response);
      }
    });
  }

  it('want something of at least one list, so that a wrong step can show', () => {
    for (let seed = 0; seed < 300; seed++) {
      const steps = drawSteps(LIST_OPERATIONS, 6, LISTS, testRandom(seed));
      assert.ok(LISTS.some((list) => applyAll(LIST_OPERATIONS, steps, list).length > 0));
      assert.equal(slipSteps(LIST_OPERATIONS, steps, LISTS, testRandom(seed)).length, 6);
    }
  });

  it('have problems for training and held-out ones at every level', async () => {
    const { exports } = describeModule(fileURLToPath(file), null, fileWorkspace);
    for (const task of tasks) {
      const levels = exports.find(({ name }) => name === task.name)?.levels ?? [];
      assert.ok(levels.length >= 4, task.name);
      for (const level of levels) {
        const settings = Object.fromEntries(
          Object.entries(level).map(([name, range]) => {
            const [from, to] = range.split('..').map(Number);
            return [name, { from: from!, to: to! }];
          }),
        );
        for (const split of ['train', 'heldout'] as const) {
          const { prompt } = await drawProblem(task, settings, split, testRandom(1));
          assert.equal(splitOf(task.name, prompt), split);
        }
      }
    }
  });

  it('pose short problems with short solutions, all in ASCII on one line', async () => {
    for (const task of tasks) {
      const random = testRandom(9);
      for (let i = 0; i < 200; i++) {
        const problem = await task.generate({}, random);
        for (const text of [problem.prompt, task.solve!(problem), task.slip!(problem, random)]) {
          assert.match(text, /^[ -~]+$/);
          assert.ok(text.length <= 120, text);
        }
      }
    }
  });
});
