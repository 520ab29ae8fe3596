import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReasoningGym } from '../../runtime/sources/reasoning-gym.ts';
import type { OpenTask } from '../../runtime/sources/opened.ts';
import { seededRandom } from '../../runtime/tasks/seeded-random.ts';
import type { Problem, Settings } from '../../runtime/tasks/task.ts';
import { VerifierFailure } from '../../runtime/tasks/verifier-failure.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;
const standIn = join(import.meta.dirname, 'programs', 'gym');

/** Prorl's own server of the package's data sets, over a package that fails in every way. */
describe('reasoning-gym when it fails', function () {
  this.timeout(60_000);
  let folder = '';
  let task: OpenTask;
  const before_ = process.env.PRORL_PYTHON;
  beforeEach(async function () {
    if (!hasPython) this.skip();
    folder = mkdtempSync(join(tmpdir(), 'prorl-gym-'));
    const python = join(folder, 'python');
    const log = join(folder, 'log');
    const set = `PYTHONDONTWRITEBYTECODE=1 PYTHONPATH='${standIn}' GYM_LOG='${log}'`;
    writeFileSync(python, `#!/bin/sh\n${set} exec python3 "$@"\n`);
    chmodSync(python, 0o755);
    process.env.PRORL_PYTHON = python;
    task = await openReasoningGym({ source: 'reasoning_gym', name: 'sums', dataset: 'sums', settings: {} });
  });
  afterEach(async () => {
    await task?.close?.();
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
    if (before_ === undefined) delete process.env.PRORL_PYTHON;
    else process.env.PRORL_PYTHON = before_;
  });

  const pose = (settings: Settings = {}, seed = 1): Promise<Problem> =>
    Promise.resolve(task.generate(settings, seededRandom(seed)));
  const judge = (problem: Problem, text: string, limit = 20_000) =>
    Promise.resolve(task.verify(problem, `<answer>${text}</answer>`, undefined, limit));
  const fails = (told: RegExp, retryable: boolean) => (cause: unknown) => {
    assert.ok(cause instanceof VerifierFailure, String(cause));
    assert.match(cause.message, told);
    assert.equal(cause.retryable, retryable);
    return true;
  };

  it('judges right, wrong and half right while all is well', async () => {
    const problem = await pose();
    assert.deepEqual(await judge(problem, problem.answer), { score: 1, correct: true });
    assert.deepEqual(await judge(problem, '-1'), { score: 0, correct: false });
    assert.deepEqual(await judge(problem, 'half'), { score: 0.5, correct: false });
    assert.deepEqual(await task.verify(problem, 'no tags'), { score: 0, correct: false });
  });

  const deaths: Record<string, RegExp> = {
    kill: /was ended by SIGKILL/,
    exit: /ended with exit code 3/,
    garbage: /wrote what is no JSON: "not a reply"/,
  };
  for (const [fault, told] of Object.entries(deaths)) {
    it(`fails, and scores nothing, on ${fault} in the middle of judging; then goes on in a new process`, async () => {
      const problem = await pose();
      await assert.rejects(judge(problem, fault), fails(told, true));
      assert.deepEqual(await judge(problem, problem.answer), { score: 1, correct: true });
    });
    it(`poses the same problem after ${fault} in the middle of posing it`, async () => {
      const sound = await pose({}, 5);
      const again = await pose({ fault: `${fault} once` }, 5);
      assert.equal(again.prompt, sound.prompt);
    });
  }

  it('ends a process that hangs in a scorer, at the limit of the request', async () => {
    const problem = await pose();
    const began = performance.now();
    await assert.rejects(
      judge(problem, 'hang', 700),
      fails(/did not reply within 0.7 s, and was ended/, true),
    );
    assert.ok(performance.now() - began < 5000);
    assert.deepEqual(await judge(problem, problem.answer), { score: 1, correct: true });
    await task.close?.();
    const left = readdirSync('/proc').filter((pid) => {
      try {
        return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`${folder}/log`);
      } catch {
        return false;
      }
    });
    assert.deepEqual(left, [], 'no process is left');
  });

  it('takes nothing that a data set prints for a reply', async () => {
    const problem = await pose({ fault: 'chatter' });
    assert.deepEqual(await judge(problem, problem.answer), { score: 1, correct: true });
  });

  it('is not held up by a flood of complaints', async () => {
    const problem = await pose({ fault: 'flood' });
    assert.deepEqual(await judge(problem, problem.answer), { score: 1, correct: true });
  });

  it('gives 0 to a text that a sound scorer throws on, and fails where the scorer is not sound', async () => {
    const problem = await pose();
    assert.deepEqual(await judge(problem, 'seven'), { score: 0, correct: false });
    await assert.rejects(
      judge(problem, 'broken scorer'),
      fails(/RuntimeError: the word list is gone/, false),
    );
  });

  it('tells what a data set throws, a data set that is not there, and settings that it does not take', async () => {
    await assert.rejects(pose({ fault: 'raise' }), fails(/MemoryError: no room for the words/, false));
    await assert.rejects(pose({ most: 0 }), fails(/sums does not take .*most must be at least 1/, false));
    await assert.rejects(pose({ least: 1 }), fails(/"sums" has no setting "least"/, false));
    await assert.rejects(pose({ most: 1.5 }), fails(/takes a whole number, not 1.5/, false));
    const other = await openReasoningGym({ source: 'reasoning_gym', name: 'x', dataset: 'x', settings: {} });
    await assert.rejects(
      Promise.resolve(other.generate({}, seededRandom(1))),
      fails(/reasoning-gym 0.1.25 has no data set "x"/, false),
    );
    await other.close?.();
  });

  it('does not judge a problem that another version posed', async () => {
    const problem = await pose();
    const changed = { ...problem, prompt: problem.prompt.replace('=', ' = ') };
    await assert.rejects(judge(changed, '1'), fails(/posed by another version/, false));
  });
});
