import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { ExitCode, ProrlError } from '../../runtime/errors.ts';
import type { ProgramReference } from '../../runtime/graph/index.ts';
import { openTask, openVerifier } from '../../runtime/sources/open.ts';
import type { OpenTask } from '../../runtime/sources/opened.ts';
import { drawHeldout, splitOf } from '../../runtime/tasks/draw.ts';
import { seededRandom } from '../../runtime/tasks/seeded-random.ts';
import { VerifierFailure } from '../../runtime/tasks/verifier-failure.ts';

const folder = fileURLToPath(new URL('programs', import.meta.url));
const around = { baseFolder: folder, libraries: new Map<string, string>() };
const problem = { prompt: '1+2=?', answer: '3' };

function reference(flags: string[] = [], change: Partial<ProgramReference> = {}): ProgramReference {
  return {
    source: 'program',
    name: 'sums',
    library: null,
    folder: '.',
    command: process.execPath,
    arguments: ['sums.mjs', ...flags],
    timeout: 5,
    processes: 1,
    settings: {},
    ...change,
  };
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    // One that has ended, and that nobody has asked about, is still in the list.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

describe('a program behind a task', function () {
  this.timeout(60_000);
  let own = '';
  const opened: OpenTask[] = [];
  const open = async (flags: string[] = [], change: Partial<ProgramReference> = {}): Promise<OpenTask> => {
    const task = await openTask(reference([`--log=${log()}`, ...flags], change), around);
    opened.push(task);
    return task;
  };
  const log = () => join(own, 'log');
  const logged = (word: string) =>
    readFileSync(log(), 'utf8')
      .split('\n')
      .flatMap((line) => (line.startsWith(`${word} `) ? [Number(line.split(' ')[1])] : []));
  beforeEach(() => {
    own = mkdtempSync(join(tmpdir(), 'prorl-program-'));
  });
  afterEach(async () => {
    for (const task of opened.splice(0)) await task.close?.();
    rmSync(own, { recursive: true, force: true });
  });

  it('poses the same problems for the same stream, and judges answers to them', async () => {
    const task = await open();
    const made = await task.generate({}, seededRandom(3));
    assert.deepEqual(await task.generate({}, seededRandom(3)), made);
    assert.notDeepEqual(await task.generate({}, seededRandom(4)), made);
    assert.deepEqual(await task.verify(made, made.answer), { score: 1, correct: true });
    assert.deepEqual(await task.verify(made, 'no'), { score: 0, correct: false });
    const { problems } = await drawHeldout(task, {}, 5, seededRandom(1));
    for (const { prompt } of problems) assert.equal(splitOf('sums', prompt), 'heldout');
    assert.equal(logged('start').length, 1, 'one program does it all');
  });

  const faults: Record<string, [RegExp, boolean]> = {
    exit: [/ended with exit code 3\./, true],
    kill: [/was ended by SIGKILL/, true],
    garbage: [/wrote what is no JSON: "Loading the model/, true],
    half: [/wrote what is no JSON: "\{\\"type/, true],
    number: [/wrote a reply that is none: score must be number/, true],
    high: [/wrote a reply that is none: score must be <= 1/, true],
    stranger: [/replied to a request \d+ that nobody waits for/, true],
    flood: [/wrote what is no JSON: "xxx/, true],
    other: [/replied to verify by a problem/, false],
    refuse: [/could not serve a request: the judge is out of memory/, true],
    never: [/could not serve a request: no such language/, false],
    loud: [
      /exit code 9\.\nThe last it wrote to standard error:\n {2}complaint 4\n(.*\n)* {2}complaint 19$/,
      true,
    ],
  };
  for (const [fault, [message, retryable]] of Object.entries(faults)) {
    it(`fails, and never gives a score, where it does "${fault}"; the next request is served`, async () => {
      const task = await open();
      await assert.rejects(
        async () => task.verify(problem, `<${fault}>`),
        (error) => {
          assert.ok(error instanceof VerifierFailure, String(error));
          assert.match(error.message, message);
          assert.match(error.message, /^The task sums \(/);
          assert.equal(error.retryable, retryable);
          return true;
        },
      );
      assert.deepEqual(await task.verify(problem, '3'), { score: 1, correct: true });
    });
  }

  it('is ended and started again where it takes too long', async () => {
    const task = await open();
    const asked = performance.now();
    await assert.rejects(
      async () => task.verify(problem, '<hang>', undefined, 200),
      /did not reply within 0\.2 s, and was ended/,
    );
    assert.ok(performance.now() - asked < 5000);
    assert.deepEqual(await task.verify(problem, '3'), { score: 1, correct: true });
    const [first, second] = logged('start');
    assert.ok(!isRunning(first!) && isRunning(second!));
  });

  it('judges as many at the same time as it says that it can, and as there are of it', async () => {
    // Each process is started before the clock is: how long that takes says nothing of what runs side by side.
    const at = async (flags: string[], change: Partial<ProgramReference>): Promise<number> => {
      const task = await open(['--wait=100', ...flags], change);
      const all = (): Promise<unknown> =>
        Promise.all(Array.from({ length: 8 }, () => task.verify(problem, '3')));
      await all();
      const began = performance.now();
      await all();
      return performance.now() - began;
    };
    const alone = await at([], {});
    assert.ok(alone >= 780);
    const together = await at(['--concurrency=8'], {});
    assert.ok(together < alone / 2, `${together} ms beside ${alone} ms one by one`);
    const four = await at([], { processes: 4 });
    assert.ok(four >= 190 && four < 0.75 * alone, `${four} ms beside ${alone} ms one by one`);
    assert.equal(logged('start').length, 1 + 1 + 4);
  });

  it('answers in any order, and each request gets its own', async () => {
    const task = await open(['--concurrency=8']);
    const verdicts = await Promise.all([
      task.verify(problem, '<wait 200>'),
      task.verify(problem, '3'),
      task.verify({ ...problem, answer: '<wait 100>' }, '<wait 100>'),
    ]);
    assert.deepEqual(
      verdicts.map(({ correct }) => correct),
      [false, true, true],
    );
  });

  it('is asked no more for a while where it fails again and again', async () => {
    const task = await open();
    for (let i = 0; i < 5; i++) {
      await assert.rejects(async () => task.verify(problem, '<refuse>'), /out of memory/);
    }
    const served = logged('verify').length;
    await assert.rejects(
      async () => task.verify(problem, '3'),
      /failed too often in a row; it is asked again in 1 s\. The last failure: .*out of memory/,
    );
    assert.equal(logged('verify').length, served, 'it was not asked');
    await wait(1100);
    assert.deepEqual(await task.verify(problem, '3'), { score: 1, correct: true });
    assert.deepEqual(await task.verify(problem, '3'), { score: 1, correct: true });
  });

  it('is told by the signal that nobody waits any more', async () => {
    const task = await open();
    const run = new AbortController();
    const asked = Promise.resolve(task.verify(problem, '<hang>', run.signal));
    await wait(50);
    const reason = new Error('over');
    run.abort(reason);
    await assert.rejects(asked, reason);
    assert.deepEqual(await task.verify(problem, '3'), { score: 1, correct: true });
  });

  it('leaves nothing behind: not itself, nor what it started, nor where it does not want to end', async () => {
    const task = await open(['--orphan=1', '--stubborn=1'], { processes: 2 });
    const pids = [...logged('start'), ...logged('orphan')];
    assert.equal(pids.length, 4);
    const hanging = Promise.resolve(task.verify(problem, '<hang>')).catch((error: Error) => error);
    await task.close?.();
    opened.length = 0;
    assert.ok((await hanging) instanceof VerifierFailure);
    await wait(50);
    assert.deepEqual(pids.filter(isRunning), []);
  });

  it('leaves nothing behind where prorl itself is ended', async () => {
    const script = `
      import { openTask } from ${JSON.stringify(fileURLToPath(new URL('../../runtime/sources/open.ts', import.meta.url)))};
      await openTask(${JSON.stringify(reference([`--log=${log()}`, '--orphan=1']))}, { baseFolder: ${JSON.stringify(folder)}, libraries: new Map() });
      process.exit(7);`;
    const { exitCode } = await execa(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', script],
      { reject: false, extendEnv: true },
    );
    assert.equal(exitCode, 7);
    await wait(100);
    assert.deepEqual([...logged('start'), ...logged('orphan')].filter(isRunning), []);
  });

  it('gets its settings, and what is set of a verifier', async () => {
    const verifier = await openVerifier(
      reference([], { name: 'judge', settings: { partial: 0.25 } }),
      around,
    );
    try {
      assert.deepEqual(await verifier.verify(problem, '4'), { score: 0.25, correct: false });
    } finally {
      await verifier.close?.();
    }
  });

  const misfits: [string, Partial<ProgramReference>, RegExp, ExitCode][] = [
    [
      'a command that is not there',
      { command: 'no-such-program' },
      /cannot be started in .*ENOENT/,
      ExitCode.environment,
    ],
    ['a folder that is not there', { folder: 'nowhere' }, /There is no folder .*nowhere/, ExitCode.pipeline],
    [
      'a script that is not there',
      { arguments: ['missing.mjs'] },
      /exit code 1\.\nThe last it wrote.*Cannot find module/s,
      ExitCode.environment,
    ],
    [
      'another greeting',
      { arguments: ['sums.mjs', '--greeting=wrong'] },
      /replied to the greeting by a verdict/,
      ExitCode.environment,
    ],
    [
      'a program that cannot pose problems',
      { arguments: ['sums.mjs', '--can=verify'] },
      /does not offer `generate`, which a task needs/,
      ExitCode.pipeline,
    ],
  ];
  for (const [what, change, message, exitCode] of misfits) {
    it(`tells before the run of ${what}`, async () => {
      await assert.rejects(openTask(reference([], change), around), (error) => {
        assert.ok(error instanceof ProrlError, String(error));
        assert.match(error.message, message);
        assert.equal(error.exitCode, exitCode);
        assert.ok(error.hint);
        return true;
      });
    });
  }
});
