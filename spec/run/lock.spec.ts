import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { ExitCode, ProrlError } from '../../runtime/errors.ts';
import { lockRun } from '../../runtime/run/lock.ts';
import { goOn, start, useTemporaryFolder } from './harness.ts';
import { tinyGraph } from './tiny-graph.ts';

describe('the lock of a run folder', function () {
  this.timeout(120_000);
  const folder = useTemporaryFolder();
  const graph = tinyGraph({ supervised: 2, reinforce: 2 });

  function held(error: unknown): boolean {
    return (
      error instanceof ProrlError &&
      error.exitCode === ExitCode.usage &&
      /is in use: .* writes into it/.test(error.message)
    );
  }

  it('keeps a second process out, and goes with its holder', () => {
    const out = folder.path('.');
    const lock = lockRun(out);
    assert.throws(() => lockRun(out), held);
    lock.release();
    lockRun(out).release();
    assert.deepEqual(readdirSync(out), []);
  });

  it('is taken over from a process that is gone, also where its id came again', () => {
    const out = folder.path('.');
    const path = join(out, 'run.lock');
    const mine = { format: 'prorl-lock/1', pid: process.pid, host: hostname(), began: null };
    // Above the largest process id of any system that Node runs on.
    for (const stale of [
      { ...mine, pid: 2 ** 30 },
      ...(process.platform === 'linux' ? [{ ...mine, began: 'x 1' }] : []),
    ]) {
      writeFileSync(path, JSON.stringify(stale));
      const lock = lockRun(out);
      assert.equal((JSON.parse(readFileSync(path, 'utf8')) as typeof mine).pid, process.pid);
      lock.release();
      assert.deepEqual(readdirSync(out), []);
    }
  });

  it('is respected where nobody can tell whether its holder lives', () => {
    const out = folder.path('.');
    for (const text of ['', '{"pid":2,"host":"elsewhere"}', 'null']) {
      writeFileSync(join(out, 'run.lock'), text);
      assert.throws(() => lockRun(out), held, text);
      assert.equal(readFileSync(join(out, 'run.lock'), 'utf8'), text);
    }
  });

  it('lets no run be resumed twice at once, nor while it runs', async () => {
    const out = folder.path('run');
    let refused = 0;
    const attempts: Promise<void>[] = [];
    await start(graph, out, {
      maxSteps: 3,
      onEvent: ({ event }) => {
        if (event === 'step') attempts.push(assert.rejects(goOn(out), held).then(() => void refused++));
      },
    });
    await Promise.all(attempts);
    assert.equal(refused, 3);
    const [one, two] = await Promise.allSettled([goOn(out), goOn(out)]);
    assert.deepEqual([one.status, two.status].sort(), ['fulfilled', 'rejected']);
    assert.ok(!readdirSync(out).some((name) => name.startsWith('run.lock')));
  });

  it('and the folder are gone again where a new run cannot be made', async () => {
    const place = folder.path('place');
    writeFileSync(place, 'a file');
    await assert.rejects(
      start(graph, join(place, 'run')),
      /run could not be written: a file stands where a folder is needed/,
    );
    const taken = folder.path('taken');
    mkdirSync(taken);
    writeFileSync(join(taken, 'run.lock'), '{"pid":2,"host":"elsewhere"}');
    await assert.rejects(start(graph, taken));
    assert.deepEqual(readdirSync(taken), ['run.lock']);
  });
});
