import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { ExitCode, ProrlError } from '../../runtime/errors.ts';
import { carefully } from '../../runtime/tasks/careful.ts';
import { seededRandom } from '../../runtime/tasks/seeded-random.ts';
import type { Task } from '../../runtime/tasks/task.ts';
import { VerifierFailure } from '../../runtime/tasks/verifier-failure.ts';

const problem = { prompt: '1+1=', answer: '2' };
const good: Task = {
  name: 'mine',
  generate: () => problem,
  verify: (_problem, response) => ({ score: response === '2' ? 1 : 0.5, correct: response === '2' }),
  solve: () => '2',
};

async function told(
  call: () => unknown,
  message: RegExp,
  kind: typeof ProrlError | typeof VerifierFailure = ProrlError,
): Promise<Error> {
  let thrown: unknown;
  await assert.rejects(
    async () => call(),
    (error) => {
      thrown = error;
      assert.ok(error instanceof kind, String(error));
      assert.match(error.message, message);
      assert.match(error.message, /^The task mine .*\(\.\/mine\.ts\)\.$/s);
      if (error instanceof ProrlError) assert.equal(error.exitCode, ExitCode.pipeline);
      assert.ok(error.hint);
      return true;
    },
  );
  return thrown as Error;
}

const never = (): never => {
  for (;;);
};

describe('a task, asked carefully', () => {
  const random = seededRandom(1);
  const of = (change: object, patience?: number) =>
    carefully({ ...good, ...change }, { source: './mine.ts', ...(patience && { patience }) });

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
  ] as const) {
    it(`refuses the verdict ${JSON.stringify(verdict) ?? 'undefined'}`, async () => {
      const task = of({ verify: () => verdict });
      await told(() => task.verify(problem, '2'), message, VerifierFailure);
      await told(() => task.verify(problem, '2'), /in verify on the problem "1\+1="/, VerifierFailure);
      const later = of({ verify: async () => verdict });
      await told(() => later.verify(problem, '2'), message, VerifierFailure);
    });
  }

  for (const [made, message] of [
    [5, /gave 5 instead of a problem/],
    [{ prompt: '', answer: '1' }, /whose prompt is empty/],
    [{ prompt: 'a', answer: 1 }, /whose answer is 1, not a text/],
  ] as const) {
    it(`refuses the problem ${JSON.stringify(made)}`, async () => {
      await told(() => of({ generate: () => made }).generate({}, random), message);
      await told(() => of({ generate: async () => made }).generate({}, random), message);
    });
  }

  it('names what it threw, and keeps the cause; an error of its own making goes through', async () => {
    const boom = new RangeError('boom');
    const thrower = (error: Error) => () => {
      throw error;
    };
    for (const later of [false, true]) {
      const of2 = (member: 'verify' | 'generate', error: Error) =>
        of({ [member]: later ? () => Promise.reject(error) : thrower(error) });
      const failed = await told(
        () => of2('verify', boom).verify(problem, ''),
        /threw "RangeError: boom" in verify/,
        VerifierFailure,
      );
      assert.equal(failed.cause, boom);
      assert.equal((failed as VerifierFailure).retryable, false);
      await told(() => of2('generate', boom).generate({}, random), /threw "RangeError: boom" in generate/);
      const own = new ProrlError('settings', { exitCode: ExitCode.pipeline });
      await assert.rejects(async () => of2('generate', own).generate({}, random), own);
      const down = new VerifierFailure('the server is down', { retryable: true });
      await assert.rejects(async () => of2('generate', down).generate({}, random), down);
      await assert.rejects(async () => of2('verify', down).verify(problem, ''), down);
    }
  });

  it('refuses a worked solution that comes later', async () => {
    await told(() => of({ solve: async () => '2' }).solve?.(problem), /gave a Promise instead of a text/);
  });

  it('stops a task that hangs', async () => {
    await told(
      () => of({ verify: never }, 100).verify(problem, ''),
      /did not come back for 0\.1 s in verify/,
      VerifierFailure,
    );
    assert.equal(of({}, 100).generate({}, random), problem, 'and the next call works');
  });

  it('waits no longer for an answer than it may, and tells the task so', async () => {
    let heard: AbortSignal | undefined;
    const slow = of({
      verify: (_problem: unknown, _response: string, signal: AbortSignal) => {
        heard = signal;
        return new Promise(() => undefined);
      },
    });
    const failed = await told(
      () => slow.verify(problem, '', undefined, 20),
      /did not come back for 0\.02 s in verify/,
      VerifierFailure,
    );
    assert.equal((failed as VerifierFailure).retryable, true);
    assert.equal(heard?.aborted, true);
    await told(
      () => of({ generate: () => new Promise(() => undefined) }, 20).generate({}, random),
      /0\.02 s/,
    );
  });

  it('stops waiting when the run ends', async () => {
    const run = new AbortController();
    let seen: AbortSignal | undefined;
    const task = of({
      verify: async (_problem: unknown, _response: string, signal: AbortSignal) => {
        seen = signal;
        await wait(60_000, undefined, { signal });
      },
    });
    const asked = Promise.resolve(task.verify(problem, '', run.signal));
    const reason = new Error('the run ends');
    run.abort(reason);
    await assert.rejects(asked, reason);
    assert.equal(seen?.aborted, true);
    await assert.rejects(async () => task.verify(problem, '', run.signal), reason);
  });
});
