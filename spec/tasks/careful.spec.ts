import assert from 'node:assert/strict';
import { ExitCode, ProrlError } from '../../runtime/errors.ts';
import { carefully } from '../../runtime/tasks/careful.ts';
import { seededRandom } from '../../runtime/tasks/seeded-random.ts';
import type { Task } from '../../runtime/tasks/task.ts';

const problem = { prompt: '1+1=', answer: '2' };
const good: Task = {
  name: 'mine',
  generate: () => problem,
  verify: (_problem, response) => ({ score: response === '2' ? 1 : 0.5, correct: response === '2' }),
  solve: () => '2',
};

function told(call: () => unknown, message: RegExp): void {
  assert.throws(call, (error) => {
    assert.ok(error instanceof ProrlError, String(error));
    assert.match(error.message, message);
    assert.match(error.message, /^The task mine .*\(\.\/mine\.ts\)\.$/s);
    assert.equal(error.exitCode, ExitCode.pipeline);
    assert.ok(error.hint);
    return true;
  });
}

const never = (): never => {
  for (;;);
};

describe('a task, asked carefully', () => {
  const random = seededRandom(1);
  const of = (change: object, patience?: number) => carefully({ ...good, ...change }, './mine.ts', patience);

  it('gives what a good task gives', () => {
    const task = of({});
    assert.equal(task.generate({}, random), problem);
    assert.deepEqual(task.verify(problem, '3'), { score: 0.5, correct: false });
    assert.equal(task.solve?.(problem), '2');
    assert.equal(task.slip, undefined);
  });

  for (const [verdict, message] of [
    [{ score: Number.NaN, correct: false }, /gave the score NaN/],
    [{ score: 7, correct: true }, /gave the score 7, which is not a number from 0 to 1/],
    [{ score: -0.1, correct: true }, /gave the score -0\.1/],
    [{ score: 1 }, /gave undefined as correct/],
    [true, /gave true instead of \{ score, correct \}/],
    [undefined, /gave undefined instead/],
    [Promise.resolve({ score: 1, correct: true }), /gave a Promise instead of a verdict/],
  ] as const) {
    it(`refuses the verdict ${JSON.stringify(verdict) ?? 'undefined'}`, () => {
      const task = of({ verify: () => verdict });
      told(() => task.verify(problem, '2'), message);
      told(() => task.verify(problem, '2'), /in verify on the problem "1\+1="/);
    });
  }

  for (const [made, message] of [
    [5, /gave 5 instead of a problem/],
    [Promise.resolve(problem), /gave a Promise instead of a problem/],
    [{ prompt: '', answer: '1' }, /whose prompt is empty/],
    [{ prompt: 'a', answer: 1 }, /whose answer is 1, not a text/],
  ] as const) {
    it(`refuses the problem ${JSON.stringify(made)}`, () => {
      told(() => of({ generate: () => made }).generate({}, random), message);
    });
  }

  it('names what it threw, and keeps the cause; an error of its own making goes through', () => {
    const boom = new RangeError('boom');
    const thrower = (error: Error) => () => {
      throw error;
    };
    told(() => of({ verify: thrower(boom) }).verify(problem, ''), /threw "RangeError: boom" in verify/);
    told(() => of({ generate: thrower(boom) }).generate({}, random), /threw "RangeError: boom" in generate/);
    const own = new ProrlError('settings', { exitCode: ExitCode.pipeline });
    assert.throws(() => of({ generate: thrower(own) }).generate({}, random), own);
  });

  it('stops a task that hangs', () => {
    told(() => of({ verify: never }, 100).verify(problem, ''), /did not come back for 0\.1 s in verify/);
    assert.equal(of({}, 100).generate({}, random), problem, 'and the next call works');
  });
});
