import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExitCode, ProrlError } from '../../runtime/errors.ts';
import {
  examineReasoningGym,
  findReasoningGym,
  server,
  versionWarning,
} from '../../runtime/sources/reasoning-gym-package.ts';

describe('the Python package reasoning-gym', function () {
  this.timeout(60_000);
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'prorl-gym-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const python = (script: string): NodeJS.ProcessEnv => {
    const path = join(folder, 'python');
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return { ...process.env, PRORL_PYTHON: path };
  };
  const lacks = (told: RegExp) => (cause: unknown) =>
    cause instanceof ProrlError &&
    cause.exitCode === ExitCode.environment &&
    told.test(cause.message) &&
    cause.hint!.includes('pip install reasoning-gym==0.1.25');

  it('is served by a program that is part of prorl', () => assert.ok(existsSync(server)));

  it('is missed where there is no Python', async () => {
    await assert.rejects(
      findReasoningGym({ ...process.env, PRORL_PYTHON: join(folder, 'none') }),
      lacks(/does not start/),
    );
  });

  it('is missed where Python has it not', async () => {
    await assert.rejects(findReasoningGym(python('true')), lacks(/does not have the package/));
  });

  it('is told of by `prorl doctor`, with what installs it', async () => {
    const mend = 'pip install reasoning-gym==0.1.25';
    const report = await examineReasoningGym(python('true'));
    assert.ok(!report.works && report.why.includes('does not have the package') && report.mend === mend);
    const there = await examineReasoningGym(python('echo 0.1.25'));
    assert.ok(there.works && there.detail.startsWith('0.1.25, in '));
    const other = await examineReasoningGym(python('echo 0.1.13'));
    assert.ok(other.works && other.detail.includes(mend));
  });

  it('warns of another version only', async () => {
    assert.equal(versionWarning(await findReasoningGym(python('echo 0.1.25'))), null);
    assert.match(versionWarning(await findReasoningGym(python('echo 0.1.13')))!, /0\.1\.13/);
  });
});
