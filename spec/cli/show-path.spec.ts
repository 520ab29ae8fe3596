import assert from 'node:assert/strict';
import { join, resolve, sep } from 'node:path';
import { packageRoot } from '../../runtime/package-root.ts';
import { showPath } from '../../runtime/cli/show-path.ts';

describe('a path that is shown', () => {
  const here = process.cwd();
  afterEach(() => process.chdir(here));

  it('is relative where it lies below the working folder', () => {
    assert.equal(showPath(resolve('pipelines', 'quickstart.prorl')), join('pipelines', 'quickstart.prorl'));
    assert.equal(showPath(resolve('.')), '.');
  });

  it('goes by the name of the module or the package elsewhere', () => {
    process.chdir(join(packageRoot, 'spec', 'cli'));
    assert.equal(showPath(join(packageRoot, 'stdlib', 'tasks.prorl')), 'prorl/tasks');
    assert.equal(showPath(join(packageRoot, 'pipelines', 'grpo.prorl')), 'prorl/pipelines/grpo.prorl');
    const installed = ['', 'a', 'node_modules', '@acme', 'logic', 'logic.prorl'].join(sep);
    assert.equal(showPath(installed), '@acme/logic/logic.prorl');
    assert.equal(showPath(`${sep}other.prorl`), `${sep}other.prorl`);
  });
});
