import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { format } from '../../grammar/format/index.ts';
import { openTask, openVerifier } from '../../runtime/sources/open.ts';
import { readReply } from '../../runtime/sources/service/read-reply.ts';
import { packageRoot } from '../../runtime/package-root.ts';
import { prorl } from '../cli/prorl.ts';
import { seededRandom } from '../../runtime/tasks/seeded-random.ts';
import { VerifierFailure } from '../../runtime/tasks/verifier-failure.ts';

const page = readFileSync(join(packageRoot, 'docs', 'verifiers.md'), 'utf8');
const files = new Map(
  [...page.matchAll(/<!-- file: (\S+) -->\n```\w+\n([^]*?)```\n/g)].map(([, name = '', text = '']) => [
    name,
    text,
  ]),
);
const python = process.env['PRORL_PYTHON'] || 'python3';
const hasPython = spawnSync(python, ['--version']).status === 0;

describe('the examples of docs/verifiers.md', function () {
  this.timeout(60_000);
  let folder = '';
  const around = () => ({ baseFolder: folder, libraries: new Map<string, string>() });
  const program = { source: 'program', library: null, folder: '.', timeout: 10, processes: 1 } as const;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'prorl-docs-'));
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    mkdirSync(join(folder, 'node_modules', 'prorl'), { recursive: true });
    writeFileSync(
      join(folder, 'node_modules', 'prorl', 'package.json'),
      JSON.stringify({ name: 'prorl', type: 'module', exports: './runtime/tasks/index.ts' }),
    );
    symlinkSync(join(packageRoot, 'runtime'), join(folder, 'node_modules', 'prorl', 'runtime'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are all there', () => {
    assert.deepEqual(
      [...files.keys()],
      ['doubles.ts', 'main.prorl', 'sums.py', 'brief.mjs', 'server.py', 'agrees.ts'],
    );
  });

  it('are laid out as `prorl fmt` does it', () => {
    const [, text = ''] = /```prorl\n([^]*?)```\n/.exec(page) ?? [];
    const laidOut = format('docs/verifiers.md', `edition 2026\n\n${text}`);
    assert.equal(laidOut.text, `edition 2026\n\n${text}`);
  });

  it('make a pipeline without errors, whose task poses what the page shows', async () => {
    const shown = await prorl(['tasks', 'doubles', '--from', 'main.prorl', '--count', '2'], { cwd: folder });
    assert.equal(shown.exitCode, 0, shown.stderr);
    assert.ok(page.includes(shown.stdout), shown.stdout);
    const text = files.get('main.prorl')!;
    assert.equal(format('main.prorl', text).text, text);
  });

  it('show replies that the schema takes', () => {
    const shown = [...page.matchAll(/^\{"type".*\}$/gm)].map(([line]) => line);
    const replies = shown.filter((line) => /"type":"(problem|verdict|failure)"|"capabilities"/.test(line));
    assert.equal(replies.length, 4);
    for (const line of replies) assert.ok('reply' in readReply(line), line);
  });

  it('work: the task in Python', async function () {
    if (!hasPython) this.skip();
    const task = await openTask(
      { ...program, name: 'sums', command: python, arguments: ['sums.py'], settings: {} },
      around(),
    );
    try {
      const settings = { digits: { from: 1, to: 2 } };
      const problem = await task.generate(settings, seededRandom(1));
      assert.match(problem.prompt, /^\d+\+\d+=\?$/);
      assert.deepEqual(await task.generate(settings, seededRandom(1)), problem);
      const right = `so <answer>${problem.answer}</answer>`;
      assert.deepEqual(await task.verify(problem, right), { score: 1, correct: true });
      assert.deepEqual(await task.verify(problem, 'no idea'), { score: 0, correct: false });
    } finally {
      await task.close?.();
    }
  });

  it('work: the verifier in JavaScript', async () => {
    const verifier = await openVerifier(
      {
        ...program,
        name: 'brief',
        command: process.execPath,
        arguments: ['brief.mjs'],
        settings: { longest: 30 },
      },
      around(),
    );
    try {
      const problem = { prompt: '1+2=?', answer: '3' };
      assert.deepEqual(await verifier.verify(problem, '<answer>3</answer>'), { score: 1, correct: true });
      assert.deepEqual(await verifier.verify(problem, `${'so '.repeat(20)}<answer>3</answer>`), {
        score: 0.5,
        correct: true,
      });
      assert.deepEqual(await verifier.verify(problem, '<answer>4</answer>'), { score: 0, correct: false });
    } finally {
      await verifier.close?.();
    }
  });

  it('work: the server', async function () {
    if (!hasPython) this.skip();
    const server = execa(python, ['server.py', '0'], { cwd: folder, reject: false });
    try {
      const [port] = (await server.iterable().next()).value!.split('\n');
      const url = `http://127.0.0.1:${port}/`;
      const verifier = await openVerifier(
        { source: 'http', name: 'judge', url, timeout: 10, settings: {} },
        around(),
      );
      const problem = { prompt: '1+2=?', answer: '3' };
      assert.deepEqual(await verifier.verify(problem, '1+2= <answer> 3</answer>'), {
        score: 1,
        correct: true,
      });
      assert.deepEqual(await verifier.verify(problem, '3 or <answer>4</answer>'), {
        score: 0,
        correct: false,
      });
      await verifier.close?.();
    } finally {
      server.kill();
      await server;
    }
  });

  it('work: the TypeScript module', async () => {
    const server = createServer((_, response) => {
      response.statusCode = status;
      response.end('yes');
    });
    let status = 200;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    try {
      const verifier = await openVerifier(
        {
          source: 'code',
          name: 'agrees',
          library: null,
          module: 'agrees',
          export: 'agrees',
          settings: { url },
        },
        around(),
      );
      const problem = { prompt: 'half of 1?', answer: '1/2' };
      assert.deepEqual(await verifier.verify(problem, '<answer>0.5</answer>'), { score: 1, correct: true });
      assert.deepEqual(await verifier.verify(problem, 'who knows'), { score: 0, correct: false });
      status = 503;
      await assert.rejects(
        async () => verifier.verify(problem, '<answer>0.5</answer>'),
        (error) => error instanceof VerifierFailure && error.retryable && /answered 503/.test(error.message),
      );
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
