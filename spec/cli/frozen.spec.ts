import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, symlinkSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Graph } from '../../runtime/graph/graph.ts';
import type { Lock } from '../../runtime/graph/lock.ts';
import { logic, project, put } from './libraries.ts';
import { inFolder, prorl } from './prorl.ts';

const frozen = ['run', 'main.prorl', '--frozen', '--backend', 'cpu', '--max-steps', '1', '--out', 'out'];
const installed = (cwd: string) => join(cwd, 'node_modules', '@acme', 'logic');

async function locked(cwd: string, file = 'main.prorl'): Promise<Lock> {
  const { exitCode, stdout, stderr } = await prorl(['lock', file], { cwd });
  assert.equal(exitCode, 0, stderr);
  assert.equal(stdout, 'prorl.lock');
  return JSON.parse(readFileSync(join(cwd, 'prorl.lock'), 'utf8')) as Lock;
}

/** What a frozen run that must be refused says; nothing may have been written. */
async function refusal(cwd: string, args = frozen): Promise<string> {
  const { exitCode, stderr } = await prorl(args, { cwd });
  assert.equal(exitCode, 3, stderr);
  assert.ok(!existsSync(join(cwd, 'out')));
  return stderr;
}

describe('prorl lock and prorl run --frozen', function () {
  this.timeout(60_000);

  it('pins every library, also one that another brings, and runs with their tasks', async () => {
    await inFolder(async (cwd) => {
      project(cwd);
      const { format, libraries } = await locked(cwd);
      assert.equal(format, 'prorl-lock/1');
      assert.deepEqual(
        libraries.map(({ name, version }) => `${name} ${version}`),
        ['@acme/logic 1.4.0', 'deeper 0.2.0'],
      );
      const run = await prorl(frozen, { cwd });
      assert.equal(run.exitCode, 0, run.stderr);
      const summary = JSON.parse(readFileSync(join(cwd, 'out', 'summary.json'), 'utf8')) as Lock;
      assert.deepEqual(summary.libraries, libraries);
      const { mixtures } = JSON.parse(readFileSync(join(cwd, 'out', 'graph.json'), 'utf8')) as Graph;
      assert.deepEqual(
        mixtures['both']?.entries.map(({ task }) =>
          task.source === 'code' ? `${task.library} ${task.module}` : task.source,
        ),
        ['@acme/logic dist/tasks/one-more', 'deeper next.js'],
      );
    });
  });

  it('sees a change of a module, of code, and of code that code imports', async () => {
    await inFolder(async (cwd) => {
      for (const file of ['parts.prorl', 'dist/tasks/one-more.js', 'dist/tasks/plus.js', 'package.json']) {
        project(cwd);
        await locked(cwd);
        put(installed(cwd), { [file]: `${logic[file]}\n` });
        const said = await refusal(cwd);
        assert.match(said, /^error: The libraries of main\.prorl are not the ones in prorl\.lock:\n/);
        assert.match(said, /^ +@acme\/logic: 1\.4\.0 as locked, but its files are not the same$/m);
        assert.match(said, /^help: .*npm ci.*`prorl lock main\.prorl`/m);
      }
    });
  });

  it('counts what npm publishes and nothing else', async () => {
    await inFolder(async (cwd) => {
      project(cwd);
      const before = await locked(cwd);
      put(installed(cwd), { 'notes.txt': 'mine', 'runs/a/b': 'c', '.cache': 'd', 'README.md': 'changed' });
      assert.deepEqual(await locked(cwd), before);
      // Linked instead of installed, it is the same library.
      renameSync(installed(cwd), join(cwd, 'workspace'));
      symlinkSync(join(cwd, 'workspace'), installed(cwd));
      assert.deepEqual(await locked(cwd), before);
      // Another file of the published folder is another content.
      put(installed(cwd), { 'dist/more.js': '' });
      assert.notDeepEqual(await locked(cwd), before);
    });
  });

  it('lists each library that differs: by version, by content, or not locked', async () => {
    await inFolder(async (cwd) => {
      project(cwd);
      const lock = await locked(cwd);
      put(installed(cwd), { 'package.json': logic['package.json']!.replace('1.4.0', '1.5.0') });
      writeFileSync(
        join(cwd, 'prorl.lock'),
        JSON.stringify({ ...lock, libraries: lock.libraries.filter(({ name }) => name !== 'deeper') }),
      );
      const said = await refusal(cwd);
      assert.match(said, /@acme\/logic: 1\.5\.0 is installed, 1\.4\.0 is locked/);
      assert.match(said, /deeper: 0\.2\.0 is installed, and it is not locked/);
    });
  });

  it('refuses without a lock, and with a damaged one', async () => {
    await inFolder(async (cwd) => {
      project(cwd);
      assert.match(
        await refusal(cwd),
        /^error: main\.prorl is not locked: there is no prorl\.lock\.\nhelp: +Write it by `prorl lock main\.prorl`/,
      );
      for (const [text, message] of [
        ['<<<<<<< HEAD\n', /prorl\.lock is damaged: it is not JSON/],
        ['{}', /prorl\.lock is damaged: .*format/],
        ['{"format": "prorl-lock/9", "libraries": []}', /its format is 'prorl-lock\/9'; this version/],
        ['{"format": "prorl-lock/1", "libraries": [{"name": "a"}]}', /damaged: \/libraries\/0 .*version/],
        [
          `{"format": "prorl-lock/1", "libraries": [{"name": "a", "version": "1", "hash": "12"}]}`,
          /damaged: \/libraries\/0\/hash/,
        ],
      ] as const) {
        writeFileSync(join(cwd, 'prorl.lock'), text);
        assert.match(await refusal(cwd), message);
      }
    });
  });

  it('compares what is installed with a graph as JSON too', async () => {
    await inFolder(async (cwd) => {
      project(cwd);
      await locked(cwd);
      writeFileSync(join(cwd, 'graph.json'), (await prorl(['graph', 'main.prorl'], { cwd })).stdout);
      const args = frozen.map((word) => (word === 'main.prorl' ? 'graph.json' : word));
      put(installed(cwd), { 'dist/tasks/plus.js': 'export const plus = (n) => n + 2;\n' });
      assert.match(await refusal(cwd, args), /@acme\/logic: 1\.4\.0 as locked, but its files/);
      await locked(cwd);
      assert.match(
        await refusal(cwd, args),
        /@acme\/logic: the graph was made with another version or content/,
      );
      rmSync(installed(cwd), { recursive: true });
      const gone = await prorl(args, { cwd });
      assert.equal(gone.exitCode, 4);
      assert.match(gone.stderr, /The library @acme\/logic is not installed/);
    });
  });

  it('locking one pipeline keeps what another one pinned, and errors write nothing', async () => {
    await inFolder(async (cwd) => {
      project(cwd);
      put(cwd, {
        'other.prorl': 'edition 2026\nimport { grpo } from "prorl/stages"\nexport stage mine = grpo\n',
      });
      await locked(cwd);
      const both = await locked(cwd, 'other.prorl');
      assert.deepEqual(
        both.libraries.map(({ name }) => name),
        ['@acme/logic', 'deeper', 'prorl'],
      );
      put(cwd, { 'main.prorl': 'edition 2026\nimport { nothing } from "@acme/logic"\n' });
      const { exitCode, stderr } = await prorl(['lock', 'other.prorl', 'main.prorl'], { cwd });
      assert.equal(exitCode, 3);
      assert.match(stderr, /error\[M0205\]/);
      assert.deepEqual(JSON.parse(readFileSync(join(cwd, 'prorl.lock'), 'utf8')), both);
    });
  });
});
