import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ExitCode } from '../../runtime/errors.ts';
import type { ProrlError } from '../../runtime/errors.ts';
import { kernelFile } from '../../runtime/tensor/native-kernels.ts';
import { installBackend } from '../../runtime/tensor/install/install.ts';
import { runTool } from '../../runtime/tensor/install/run-tool.ts';
import { cudaRequirements } from '../../runtime/tensor/install/wheel.ts';

describe('the installation of backends', () => {
  let home: string;
  const saved = { PRORL_HOME: process.env['PRORL_HOME'], PATH: process.env['PATH'] };

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'prorl-home-'));
    process.env['PRORL_HOME'] = home;
  });
  afterEach(() => {
    for (const [name, value] of Object.entries(saved)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(home, { recursive: true, force: true });
  });

  it('finds a backend that is there already', async () => {
    const folder = join(home, 'backends', 'native');
    mkdirSync(folder, { recursive: true });
    const ready = { detail: 'TensorFlow 2.21.0', kernels: kernelFile() };
    writeFileSync(join(folder, 'ready.json'), JSON.stringify(ready));
    const said: string[] = [];
    const installed = await installBackend('native', (message) => said.push(message));
    assert.deepEqual(installed, { folder, fresh: false, detail: 'TensorFlow 2.21.0' });
    assert.deepEqual(said, [`native is installed already in ${folder}`]);
  });

  it('does not take one with the operations of another version or processor for it, and leaves it', async function () {
    if (process.platform !== 'linux') this.skip();
    const marker = join(home, 'backends', 'native', 'ready.json');
    mkdirSync(join(home, 'backends', 'native'), { recursive: true });
    writeFileSync(marker, '{"detail": "TensorFlow 2.21.0"}');
    process.env['PATH'] = join(home, 'nothing') + delimiter;
    await assert.rejects(installBackend('native'), /lacks Python 3/);
    assert.equal(existsSync(marker), true);
  });

  it('names all that is missing at once, and leaves nothing behind', async function () {
    if (process.platform !== 'linux') this.skip();
    process.env['PATH'] = join(home, 'nothing') + delimiter;
    const stale = join(home, 'backends', '.native-999999999');
    mkdirSync(stale, { recursive: true });
    await assert.rejects(installBackend('native'), (error: ProrlError) => {
      assert.equal(
        error.message,
        'To build the TensorFlow addon, this machine lacks Python 3 and pip and a C++ compiler.',
      );
      assert.equal(error.exitCode, ExitCode.environment);
      assert.match(error.hint ?? '', /python3-pip|Python 3/);
      return true;
    });
    assert.equal(existsSync(stale), false, 'what an interrupted attempt left');
    assert.equal(existsSync(join(home, 'backends', `.native-${process.pid}`)), false);
    assert.equal(existsSync(join(home, 'backends', 'native')), false);
  });

  it('shows the end of what a failing program said', async () => {
    const script = "console.log('one'); console.error('the reason'); process.exit(3)";
    await assert.rejects(
      runTool('Compiling', [process.execPath], ['-e', script], { cwd: home, hint: 'Try again.' }),
      (error: ProrlError) => {
        assert.match(error.message, /^Compiling failed:\n {2}Command failed with exit code 3/);
        assert.match(error.message, /\n {2}the reason$/);
        assert.equal(error.hint, 'Try again.');
        return true;
      },
    );
  });

  it("reads the CUDA libraries out of a wheel's metadata", () => {
    const metadata = [
      'Name: tensorflow',
      'Requires-Dist: numpy>=1.26.0',
      'Requires-Dist: nvidia-cublas-cu12<13.0,>=12.5.3.2; extra == "and-cuda"',
      "Requires-Dist: nvidia-cudnn-cu12 (<10.0,>=9.3.0.75) ; extra == 'and-cuda'",
      'Requires-Dist: tensorflow-text; extra == "other"',
    ].join('\n');
    assert.deepEqual(cudaRequirements(metadata), [
      'nvidia-cublas-cu12<13.0,>=12.5.3.2',
      'nvidia-cudnn-cu12<10.0,>=9.3.0.75',
    ]);
  });
});
