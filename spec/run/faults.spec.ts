import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ProrlError } from '../../runtime/errors.ts';
import { ExitCode } from '../../runtime/errors.ts';
import { checkpointSteps, readCheckpoint } from '../../runtime/run/checkpoint.ts';
import { nodeDisk, type Disk } from '../../runtime/run/disk.ts';
import { essence, finalWeights, goOn, start, useTemporaryFolder } from './harness.ts';
import { tinyGraph } from './tiny-graph.ts';

const graph = tinyGraph({ supervised: 4, reinforce: 8, evaluateEvery: 6, checkpointEvery: 3 });

describe('a disk that fails', function () {
  this.timeout(120_000);
  const folder = useTemporaryFolder();

  it('is full: one clear error, the checkpoint before it intact, and the run goes on once there is room', async () => {
    const whole = folder.path('whole');
    await start(graph, whole);
    const out = folder.path('run');
    const bytes = Object.values(readCheckpoint(whole, 9)).reduce((sum, file) => sum + file.length, 0);
    // Room for two checkpoints and a part of the third.
    await assert.rejects(start(graph, out, { disk: diskOf(2.5 * bytes) }), (error: ProrlError) => {
      assert.match(
        error.message,
        /step 9.*could not be written: the disk is full; the checkpoint of step 6 is intact/,
      );
      assert.match(error.hint!, /Free some space, then run `prorl resume/);
      assert.equal(error.exitCode, ExitCode.runFailed);
      return true;
    });
    assert.deepEqual(checkpointSteps(out), [3, 6]);
    assert.deepEqual(partials(out), [], 'what was half-written is removed');
    await goOn(out);
    assert.deepEqual(essence(out), essence(whole));
    assert.ok(finalWeights(out).equals(finalWeights(whole)));
  });

  it('is full before the first checkpoint: the hint does not promise what cannot be resumed', async () => {
    await assert.rejects(start(graph, folder.path('run'), { disk: diskOf(100) }), (error: ProrlError) => {
      assert.match(error.message, /checkpoint of step 3 .*: the disk is full; there is none before it\.$/);
      assert.match(error.hint!, /Free some space, then run the pipeline again with another --out/);
      return true;
    });
  });

  it('vanishes with the process at any moment of a checkpoint: the folder stays usable', async () => {
    const whole = folder.path('whole');
    await start(graph, whole);
    const expected = essence(whole);
    // Writes of the second checkpoint (step 6): makeFolder, state, policy, reference, optimizer, manifest, rename.
    for (let survives = 0; survives <= 8; survives++) {
      const out = folder.path(`killed-${survives}`);
      await assert.rejects(start(graph, out, { disk: diskKilledAfter(6, survives) }), /killed/);
      const steps = checkpointSteps(out);
      assert.ok(steps.includes(3) || steps.includes(6), `after ${survives} operations: ${steps.join()}`);
      for (const step of steps) readCheckpoint(out, step);
      await goOn(out);
      assert.deepEqual(essence(out), expected, `after ${survives} operations`);
      assert.ok(finalWeights(out).equals(finalWeights(whole)));
      assert.deepEqual(partials(out), [], 'the next checkpoint removes what was half-written');
    }
  });

  it('reports any other fault under its own name', async () => {
    const readOnly: Disk = {
      ...nodeDisk,
      write() {
        throw Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' });
      },
    };
    await assert.rejects(
      start(graph, folder.path('run'), { disk: readOnly }),
      /could not be written: the disk is read-only/,
    );
  });
});

/** A disk that takes so many bytes and then is full, half-way through a file. */
function diskOf(bytes: number): Disk {
  let left = bytes;
  return {
    ...nodeDisk,
    write(path, parts) {
      const all = Buffer.concat(parts);
      nodeDisk.write(path, [all.subarray(0, Math.min(left, all.length))]);
      left -= all.length;
      if (left < 0)
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    },
  };
}

/** A disk on which nothing happens any more after so many operations on the checkpoint of a step, as after kill -9. */
function diskKilledAfter(step: number, operations: number): Disk {
  let left = operations;
  let dead = false;
  const guarded = (path: string, action: () => void) => {
    if (!dead && path.includes(`step-${step}`)) dead = left-- === 0;
    else if (!dead && path.includes(`step-${String(step).padStart(6, '0')}`)) dead = left-- === 0;
    if (dead) throw new Error('killed');
    action();
  };
  return {
    makeFolder: (path) => guarded(path, () => nodeDisk.makeFolder(path)),
    write: (path, parts) => guarded(path, () => nodeDisk.write(path, parts)),
    rename: (from, to) => guarded(from, () => nodeDisk.rename(from, to)),
    remove: (path) => guarded(path, () => nodeDisk.remove(path)),
  };
}

function partials(out: string): string[] {
  return readdirSync(join(out, 'checkpoints')).filter((name) => name.endsWith('.partial'));
}
