import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { describeModule } from '../../grammar/docs/index.ts';
import { fileWorkspace } from '../../runtime/cli/workspace.ts';
import { splitOf, type Setting } from '../../runtime/tasks/index.ts';
import { testRandom } from '../support/random.ts';
import { standardTasks } from '../support/standard-tasks.ts';

/** Their harder problems show less: fewer cells or queens are given. */
const SHOWING_LESS = new Set(['mini_sudoku', 'n_queens']);

const file = fileURLToPath(new URL('../../stdlib/tasks.prorl', import.meta.url));
const { exports } = describeModule(file, null, fileWorkspace);

/** A setting as a level writes it: `2..4`, `3`, `true` or `"text"`. */
function read(text: string): Setting {
  const range = /^(-?\d+)\.\.(-?\d+)$/.exec(text);
  if (range !== null) return { from: Number(range[1]), to: Number(range[2]) };
  return JSON.parse(text) as Setting;
}

const tasks = await standardTasks();

describe('the levels of the standard tasks', () => {
  for (const task of tasks) {
    it(`of ${task.name} pose problems that grow`, () => {
      const levels = exports.find(({ name }) => name === task.name)?.levels ?? [];
      assert.ok(levels.length >= 3 && levels.length <= 8, `${levels.length} levels`);
      const sizes = levels.map((level, i) => {
        const settings = Object.fromEntries(Object.entries(level).map(([name, text]) => [name, read(text)]));
        const random = testRandom(i);
        const splits = new Set<string>();
        let size = 0;
        for (let n = 0; n < 60; n++) {
          const problem = task.generate(settings, random);
          const solution = task.solve(problem);
          assert.ok(task.verify(problem, solution).correct, solution);
          splits.add(splitOf(task.name, problem.prompt));
          size += problem.prompt.length + solution.length;
        }
        for (let n = 0; n < 1000 && splits.size < 2; n++) {
          splits.add(splitOf(task.name, task.generate(settings, random).prompt));
        }
        assert.equal(splits.size, 2, `level ${i + 1} has problems of one split only`);
        return size / 60;
      });
      if (SHOWING_LESS.has(task.name)) return;
      const [first = 0, last = 0] = [sizes[0], sizes.at(-1)];
      // How long question and solution are is no measure of difficulty, but harder ones are longer.
      assert.ok(last > first, sizes.map(Math.round).join(' '));
    });
  }
});
