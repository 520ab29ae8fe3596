import assert from 'node:assert/strict';
import { inFolder, prorl } from './prorl.ts';

describe('prorl, its usage', function () {
  this.timeout(60_000);

  it('shows help on stdout, and every command in it', async () => {
    const { stdout, stderr, exitCode } = await prorl(['--help']);
    assert.equal(exitCode, 0);
    assert.equal(stderr, '');
    for (const command of [
      'init',
      'doctor',
      'backend',
      'check',
      'explain',
      'fmt',
      'plan',
      'graph',
      'test',
      'run',
      'resume',
      'version',
    ]) {
      assert.match(stdout, new RegExp(`^  ${command}\\b`, 'm'));
    }
  });

  it('shows help on stderr and fails where no command is given', async () => {
    const { stdout, stderr, exitCode } = await prorl([]);
    assert.equal(exitCode, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^Usage: prorl/);
  });

  for (const [args, message, help] of [
    [['chekc', 'a.prorl'], "Unknown command 'chekc'", 'Did you mean check?'],
    [['run', 'a.prorl', '--bakend', 'wasm'], "Unknown option '--bakend'", 'Did you mean --backend?'],
    [
      ['run', 'a.prorl', '--backend', 'wsm'],
      "There is no backend 'wsm': did you mean 'wasm'?",
      'The backends are',
    ],
    [
      ['run', 'a.prorl', '--seed', '1.5'],
      "Option '--seed <N>' argument '1.5' is invalid",
      'See `prorl --help`',
    ],
    [['run', 'a.prorl', '--max-steps', '0'], 'It must be a whole number from 1 on.', 'See'],
    [['run', 'a.prorl', '--set', 'explore'], 'Write it as path=value', 'See'],
    [['run'], "Missing required argument 'FILE'", 'See'],
    [['graph', 'a.prorl', '--format', 'mermaidd'], "'mermaidd' is invalid", 'Did you mean mermaid?'],
    [['backend', 'install', 'nativ'], "'nativ' is invalid", 'Did you mean native?'],
    [['resume', 'no-such-run'], 'no-such-run is not the folder of a run', 'Name the folder'],
  ] as const) {
    it(`answers \`prorl ${args.join(' ')}\` with exit code 2 and what to do`, async () => {
      const { stdout, stderr, exitCode } = await prorl(args);
      assert.equal(exitCode, 2);
      assert.equal(stdout, '');
      const [error = '', hint = '', ...rest] = stderr.split('\n');
      assert.ok(error.startsWith('error: ') && error.includes(message), stderr);
      assert.ok(hint.startsWith('help:  ') && hint.includes(help), stderr);
      assert.deepEqual(rest, [], 'no stack is shown');
    });
  }

  it('tells its version', async () => {
    const { stdout, exitCode } = await prorl(['version', '--json']);
    assert.equal(exitCode, 0);
    assert.deepEqual(Object.keys(JSON.parse(stdout) as object), ['prorl', 'node', 'platform', 'arch']);
    assert.match((await prorl(['--version'])).stdout, /^\d+\.\d+\.\d+$/);
  });

  it('colours only where it is wanted', async () => {
    const escape = '\u001b[';
    const plain = await prorl(['chekc']);
    assert.ok(!plain.stderr.includes(escape));
    const forced = await prorl(['chekc'], { env: { FORCE_COLOR: '1' } });
    assert.ok(forced.stderr.includes(escape));
    const both = await prorl(['chekc'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    assert.ok(!both.stderr.includes(escape));
    const job = await prorl(['chekc'], { env: { CI: 'true' } });
    assert.ok(!job.stderr.includes(escape), 'a CI job keeps the bytes in a file');
    const empty = await prorl(['chekc'], { env: { FORCE_COLOR: '' } });
    assert.ok(!empty.stderr.includes(escape), 'an empty variable says nothing');
  });

  it('shows the stack where PRORL_DEBUG=1', async () => {
    const { stderr } = await prorl(['run', 'a.prorl', '--backend', 'wsm'], { env: { PRORL_DEBUG: '1' } });
    assert.match(stderr, /\n {4}at /);
  });

  it('calls itself as the user can call it', async () => {
    const { stderr } = await prorl(['check', 'missing.prorl'], { env: { npm_command: 'exec' } });
    assert.match(stderr, /`npx prorl init DIR`/);
  });

  it('takes its options from PRORL_* where the flag is missing', async () => {
    await inFolder(async (cwd) => {
      const env = { PRORL_BACKEND: 'wsm' };
      assert.match((await prorl(['run', 'a.prorl'], { env, cwd })).stderr, /no backend 'wsm'/);
      assert.match(
        (await prorl(['run', 'a.prorl', '--backend', 'cup'], { env, cwd })).stderr,
        /no backend 'cup'/,
      );
    });
  });
});
