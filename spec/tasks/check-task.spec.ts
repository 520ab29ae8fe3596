import assert from 'node:assert/strict';
import { checkTask, seededRandom, type Task } from '../../runtime/tasks/index.ts';
import { standardTasks } from '../support/standard-tasks.ts';

const good: Required<Pick<Task, 'solve' | 'slip'>> & Task = {
  name: 'next',
  generate: (_, random) => {
    const n = random.int(0, 999);
    return { prompt: `after ${n}?`, answer: String(n + 1) };
  },
  verify: ({ answer }, response) => {
    const correct = response === `<answer>${answer}</answer>`;
    return { score: correct ? 1 : 0, correct };
  },
  solve: ({ answer }) => `<answer>${answer}</answer>`,
  slip: ({ answer }, random) => `<answer>${Number(answer) + random.int(1, 3)}</answer>`,
};

describe('checkTask, for the tests of authors', () => {
  it('is content with every standard task, and with one that needs no more than it must', async () => {
    for (const task of await standardTasks()) await checkTask(task, {}, { problems: 60 });
    await checkTask(good);
    const { name, generate, verify } = good;
    await checkTask({ name, generate, verify });
  });

  let calls = 0;
  const bad: Record<string, [Partial<Task>, RegExp]> = {
    'randomness of its own': [
      { generate: () => ({ prompt: `n ${calls++}`, answer: '1' }) },
      /next, problem "n 0": the same stream gave another problem/,
    ],
    'a problem that JSON loses': [
      { generate: (_, random) => ({ prompt: `n ${random.int(0, 99)}`, answer: '1', data: new Map() }) },
      /it is not plain JSON/,
    ],
    'an empty prompt': [{ generate: () => ({ prompt: '', answer: '1' }) }, /the prompt is empty/],
    'a wrong solution': [
      { solve: () => '<answer>-1</answer>' },
      /the worked solution is not right: <answer>-1/,
    ],
    'a slip that is right': [{ slip: good.solve }, /the slip is right: <answer>/],
    'a score above one': [{ verify: () => ({ score: 2, correct: true }) }, /the score of "" is 2/],
    'a verifier that anything pleases': [
      { verify: () => ({ score: 1, correct: true }) },
      /"" is taken for right/,
    ],
    'too few problems': [
      { generate: () => ({ prompt: 'one', answer: '1' }) },
      /200 problems are all (train|heldout); one in 8/,
    ],
  };
  for (const [what, [change, message]] of Object.entries(bad)) {
    it(`refuses ${what}`, async () => {
      const task = { ...good, ...change };
      // What is not about solutions has none.
      if (change.solve === undefined && change.slip === undefined) {
        Reflect.deleteProperty(task, 'solve');
        Reflect.deleteProperty(task, 'slip');
      }
      await assert.rejects(checkTask(task), message);
    });
  }

  it('its random draws repeat, stay in bounds and reach both ends', () => {
    const [one, same, other] = [seededRandom(3), seededRandom(3), seededRandom(4)];
    const draws = Array.from({ length: 400 }, () => one.int(-2, 2));
    assert.deepEqual(
      Array.from({ length: 400 }, () => same.int(-2, 2)),
      draws,
    );
    assert.notDeepEqual(
      Array.from({ length: 400 }, () => other.int(-2, 2)),
      draws,
    );
    assert.deepEqual(
      [...new Set(draws)].sort((a, b) => a - b),
      [-2, -1, 0, 1, 2],
    );
    assert.deepEqual(one.shuffle([3, 1, 2]).sort(), [1, 2, 3]);
    assert.ok(['a', 'b'].includes(one.pick(['a', 'b'])));
    assert.throws(() => one.pick([]), /nothing to pick/);
    const x = one.next();
    assert.ok(x >= 0 && x < 1);
  });
});
