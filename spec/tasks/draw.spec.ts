import assert from 'node:assert/strict';
import { ProrlError } from '../../runtime/errors.ts';
import { drawHeldout, drawProblem, splitOf, type Task } from '../../runtime/tasks/index.ts';
import { chainSum } from '../../stdlib/tasks/math/chain-sum.ts';
import { products } from '../../stdlib/tasks/math/products.ts';
import { testRandom } from '../support/random.ts';

/** A task whose problems are the whole numbers below a bound. */
function smallTask(size: number): Task {
  return {
    name: 'small',
    generate: (_settings, random) => ({ prompt: `${random.int(0, size - 1)}`, answer: 'x' }),
    verify: () => ({ score: 0, correct: false }),
  };
}

describe('the two splits of a task', () => {
  it('never change: stored runs rely on it', () => {
    const heldout = Array.from({ length: 100 }, (_, i) => i).filter(
      (i) => splitOf('t', `${i}`) === 'heldout',
    );
    assert.deepEqual(heldout, [10, 29, 33, 41, 42, 56, 69, 92, 94]);
  });

  it('hold out about one problem in eight, whatever the last characters are', () => {
    for (const ending of ['=?', '', 'a', 'p']) {
      const all = Array.from({ length: 8000 }, (_, i) => splitOf('t', `${i}${ending}`));
      const share = all.filter((split) => split === 'heldout').length / all.length;
      assert.ok(share > 0.11 && share < 0.14, `${share} of the prompts ending in "${ending}"`);
    }
  });

  it('differ from task to task', () => {
    const prompts = Array.from({ length: 1000 }, (_, i) => `${i}`);
    assert.ok(prompts.some((prompt) => splitOf('a', prompt) !== splitOf('b', prompt)));
  });

  it('have no problem in common, across seeds and settings', async () => {
    const [train, heldout] = [new Set<string>(), new Set<string>()];
    for (let seed = 0; seed < 20; seed++) {
      const random = testRandom(seed);
      const settings = { digits: { from: 1, to: 1 + (seed % 2) } };
      for (let i = 0; i < 100; i++) {
        train.add((await drawProblem(chainSum, settings, 'train', random)).prompt);
        heldout.add((await drawProblem(chainSum, settings, 'heldout', random)).prompt);
      }
    }
    assert.ok(train.size > 500 && heldout.size > 100);
    assert.ok([...train].every((prompt) => !heldout.has(prompt)));
  });

  it('are drawn the same from the same seed', async () => {
    const draw = async () => {
      const random = testRandom(3);
      const problems = [];
      for (let i = 0; i < 20; i++) problems.push(await drawProblem(chainSum, {}, 'heldout', random));
      return problems;
    };
    assert.deepEqual(await draw(), await draw());
  });

  it('may be empty in a small space, which is an error that teaches', async () => {
    const empty = splitOf('small', '0') === 'train' ? 'heldout' : 'train';
    const named = empty === 'train' ? /no training problem/ : /no held-out problem/;
    await assert.rejects(
      drawProblem(smallTask(1), {}, empty, testRandom(1)),
      (error) => error instanceof ProrlError && named.test(error.message) && /Widen/.test(error.hint ?? ''),
    );
  });
});

describe('held-out problems', () => {
  it('are as many as asked for, and all different', async () => {
    const { problems, exhausted } = await drawHeldout(chainSum, {}, 200, testRandom(1));
    assert.equal(problems.length, 200);
    assert.equal(new Set(problems.map((problem) => problem.prompt)).size, 200);
    assert.ok(problems.every((problem) => splitOf('chain_sum', problem.prompt) === 'heldout'));
    assert.equal(exhausted, false);
  });

  it('are all there are where the settings hold fewer, and say so', async () => {
    const expected: string[] = [];
    for (let a = 1; a <= 9; a++) {
      for (let b = 1; b <= 9; b++) {
        if (splitOf('products', `${a}*${b}=?`) === 'heldout') expected.push(`${a}*${b}=?`);
      }
    }
    const { problems, exhausted } = await drawHeldout(products, { digits: 1 }, 64, testRandom(1));
    assert.deepEqual(problems.map((problem) => problem.prompt).sort(), expected.sort());
    assert.equal(exhausted, true);
  });

  it('find every one of a space of some thousands', async () => {
    const expected = Array.from({ length: 3000 }, (_, i) => `${i}`).filter(
      (i) => splitOf('small', i) === 'heldout',
    );
    const { problems } = await drawHeldout(smallTask(3000), {}, 3000, testRandom(2));
    assert.equal(problems.length, expected.length);
  });

  it('are an error where there is none', async () => {
    const size = Array.from({ length: 50 }, (_, i) => i).findIndex(
      (i) => splitOf('small', `${i}`) === 'heldout',
    );
    assert.ok(size > 0);
    await assert.rejects(drawHeldout(smallTask(size), {}, 4, testRandom(1)), ProrlError);
  });
});
