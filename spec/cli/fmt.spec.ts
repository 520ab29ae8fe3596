import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { put } from './libraries.ts';
import { inFolder, prorl } from './prorl.ts';

const loose = 'edition 2026\r\nmodel   nano=bundled( "nano" ) // small\r\n';
const neat = 'edition 2026\n\nmodel nano = bundled("nano")  // small\n';

describe('prorl fmt', function () {
  this.timeout(60_000);

  it('lays files out, names those that changed, and leaves the others untouched', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'loose.prorl'), loose);
      writeFileSync(join(cwd, 'neat.prorl'), neat);
      const { mtimeMs } = statSync(join(cwd, 'neat.prorl'));
      const { stdout, stderr, exitCode } = await prorl(['fmt', 'loose.prorl', 'neat.prorl'], { cwd });
      assert.equal(exitCode, 0, stderr);
      assert.equal(stdout, 'loose.prorl');
      assert.match(stderr, /2 files laid out: 1 changed/);
      assert.equal(readFileSync(join(cwd, 'loose.prorl'), 'utf8'), neat);
      assert.equal(statSync(join(cwd, 'neat.prorl')).mtimeMs, mtimeMs);
    });
  });

  it('changes nothing under --check and ends with 1 where there is something to change', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'loose.prorl'), loose);
      const { stdout, exitCode } = await prorl(['fmt', '--check', 'loose.prorl'], { cwd });
      assert.equal(exitCode, 1);
      assert.equal(stdout, 'loose.prorl');
      assert.equal(readFileSync(join(cwd, 'loose.prorl'), 'utf8'), loose);
      writeFileSync(join(cwd, 'loose.prorl'), neat);
      assert.equal((await prorl(['fmt', '--check', 'loose.prorl'], { cwd })).exitCode, 0);
    });
  });

  it('leaves a file with syntax errors as it is, shows them, and ends with 3', async () => {
    await inFolder(async (cwd) => {
      const broken = 'edition 2026\nmodel nano: bundled("nano")\n';
      writeFileSync(join(cwd, 'broken.prorl'), broken);
      writeFileSync(join(cwd, 'loose.prorl'), loose);
      const { stdout, stderr, exitCode } = await prorl(['fmt', 'broken.prorl', 'loose.prorl'], { cwd });
      assert.equal(exitCode, 3);
      assert.equal(stdout, 'loose.prorl');
      assert.match(stderr, /error\[P0121\][^]*broken\.prorl:2:11[^]*1 left as it is, with syntax errors/);
      assert.equal(readFileSync(join(cwd, 'broken.prorl'), 'utf8'), broken);
    });
  });

  it('reads stdin and writes stdout for -', async () => {
    const { stdout, stderr, exitCode } = await prorl(['fmt', '-'], {
      stdin: 'pipe',
      input: loose,
      stripFinalNewline: false,
    });
    assert.deepEqual({ stdout, stderr, exitCode }, { stdout: neat, stderr: '', exitCode: 0 });
  });

  it('leaves alone what is not UTF-8, and says what is not there', async () => {
    await inFolder(async (cwd) => {
      const latin = Buffer.concat([Buffer.from('edition 2026\n// caf'), Buffer.from([0xe9, 0x0a])]);
      writeFileSync(join(cwd, 'latin.prorl'), latin);
      const { stderr, exitCode } = await prorl(['fmt', 'latin.prorl'], { cwd });
      assert.equal(exitCode, 3);
      assert.match(stderr, /latin\.prorl is not UTF-8/);
      assert.deepEqual(readFileSync(join(cwd, 'latin.prorl')), latin);
      const missing = await prorl(['fmt', 'none.prorl'], { cwd });
      assert.equal(missing.exitCode, 3);
      assert.match(missing.stderr, /Cannot read none\.prorl: there is no such file/);
    });
  });

  it('a folder stands for all files below it, but for installed and hidden ones', async () => {
    await inFolder(async (cwd) => {
      const names = ['loose.prorl', 'deeper/still/loose.prorl', 'node_modules/lib/a.prorl', '.kept/b.prorl'];
      put(cwd, Object.fromEntries([...names, 'notes.txt'].map((name) => [name, loose])));
      put(cwd, { 'neat.prorl': neat });
      const checked = await prorl(['fmt', '--check', '.'], { cwd });
      assert.deepEqual(
        [checked.exitCode, checked.stdout.split('\n')],
        [1, ['deeper/still/loose.prorl', 'loose.prorl']],
      );
      const { stderr } = await prorl(['fmt', 'loose.prorl', '.'], { cwd });
      assert.match(stderr, /3 files laid out: 2 changed/);
      const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
      assert.deepEqual(
        names.map((name) => read(name) === neat),
        [true, true, false, false],
      );
      assert.match((await prorl(['check', '.'], { cwd })).stderr, /3 files checked: no errors/);
      assert.match((await prorl(['fmt', 'node_modules'], { cwd })).stderr, /1 file laid out: 1 changed/);
    });
  });

  it('refuses a folder without any', async () => {
    await inFolder(async (cwd) => {
      for (const command of ['fmt', 'check']) {
        const { stderr, exitCode } = await prorl([command, '.'], { cwd });
        assert.equal(exitCode, 3);
        assert.match(stderr, /The folder \. has no \.prorl files/);
      }
    });
  });
});
