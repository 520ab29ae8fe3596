import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { findAddons } from '../../runtime/tensor/addon.ts';
import { probeBackend } from '../../runtime/tensor/probe.ts';
import { unsaid } from '../../runtime/tensor/quiet-loading.ts';

describe('the TensorFlow addon', () => {
  let home: string;
  const before_ = process.env['PRORL_HOME'];

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'prorl-home-'));
    process.env['PRORL_HOME'] = home;
  });
  afterEach(() => {
    if (before_ === undefined) delete process.env['PRORL_HOME'];
    else process.env['PRORL_HOME'] = before_;
    rmSync(home, { recursive: true, force: true });
  });

  /** A package of that name in prorl's backend folder, whose main file is the text. */
  function fake(main: string, binding?: string): string {
    const folder = join(home, 'backends', 'native', 'node_modules', '@tensorflow', 'tfjs-node');
    mkdirSync(join(folder, 'lib', 'napi-v8'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"name": "@tensorflow/tfjs-node", "version": "4.22.0"}');
    writeFileSync(join(folder, 'index.js'), main);
    if (binding !== undefined) writeFileSync(join(folder, 'lib', 'napi-v8', 'tfjs_binding.node'), binding);
    return folder;
  }

  it('is looked for in the backend folder first', () => {
    const folder = fake('', 'no library');
    const [first] = findAddons('native');
    assert.equal(first?.folder, folder);
    assert.equal(first?.binding, join(folder, 'lib', 'napi-v8', 'tfjs_binding.node'));
  });

  it('is known to lack its compiled part', () => {
    const folder = fake('');
    assert.deepEqual(findAddons('native')[0], { folder, binding: undefined });
  });

  it('that is damaged is reported, with what mends it', async () => {
    fake("require('./lib/napi-v8/tfjs_binding.node')", 'this is no library');
    const result = await probeBackend('native', { home });
    assert.equal(result.works, false);
    if (result.works) return;
    assert.match(result.why, /^its compiled part does not load \(.*tfjs_binding\.node.*\)\.$/);
    assert.equal(result.mend, 'prorl backend install native');
  });

  it('that registers no backend is reported', async () => {
    fake('', 'never opened');
    const result = await probeBackend('native', { home });
    assert.equal(result.works, false);
    assert.match(result.works ? '' : result.why, /another copy of TensorFlow\.js/);
  });

  it('that crashes harms only the process that tries it', async () => {
    fake("process.kill(process.pid, 'SIGSEGV')", 'never opened');
    const result = await probeBackend('native', { home });
    assert.deepEqual(result, {
      works: false,
      why: 'the process that tried it was ended by SIGSEGV.',
      mend: 'prorl backend install native',
    });
  });

  it('that hangs is given up', async () => {
    fake('while (true) {}', 'never opened');
    const result = await probeBackend('native', { home, timeoutMs: 4000 });
    assert.match(result.works ? '' : result.why, /did not answer within 4 s/);
  });

  it('is given the functions that newer Nodes removed, and one TensorFlow.js', async () => {
    fake(
      `const util = require('util');
       const tf = require('@tensorflow/tfjs-core');
       if (!util.isNullOrUndefined(null) || util.isNullOrUndefined(0)) throw new Error('no isNullOrUndefined');
       throw new Error('core ' + require.resolve('@tensorflow/tfjs-core') + ' ' + tf.engine().state.numTensors);`,
      'never opened',
    );
    const result = await probeBackend('native', { home });
    const own = createRequire(import.meta.url).resolve('@tensorflow/tfjs-core');
    assert.equal(result.works ? '' : result.why, `its compiled part does not load (core ${own} 0).`);
  });
});

describe('loading TensorFlow', () => {
  it('leaves out what TensorFlow always says, and nothing else', () => {
    const said = [
      'a line before\n',
      'WARNING: All log messages before absl::InitializeLog() is called are written to STDERR\n',
      'I0000 00:00:1.0 1 port.cc:153] oneDNN custom operations are on. You may see\n',
      'E0000 00:00:1.0 1 other.cc:1] something is wrong\n',
      'an end without a line break',
    ];
    assert.equal(unsaid(said.join('')), said[0]! + said[3]! + said[4]!);
  });

  it('writes nothing to stderr', async function () {
    if (process.env['PRORL_TEST_BACKEND'] !== 'native') this.skip();
    const script = `import { openBackend } from '${new URL('../../runtime/tensor/backend.ts', import.meta.url).href}';
      const { name } = await openBackend('native', {});
      console.error('after');
      console.log(name);`;
    const env = { ...process.env };
    delete env['TF_CPP_MIN_LOG_LEVEL'];
    const args = ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', script];
    const { stdout, stderr } = await execa(process.execPath, args, { env, extendEnv: false });
    assert.deepEqual([stdout, stderr], ['native', 'after']);
  });
});
