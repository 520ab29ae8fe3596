import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { RunEvent } from '../../runtime/run/events.ts';
import type { Summary } from '../../runtime/run/summary.ts';
import { testBackendName } from '../support/backend.ts';
import { inFolder, prorl, smallGraph, start } from './prorl.ts';

const backend = ['--backend', testBackendName];

function writeGraph(folder: string): void {
  writeFileSync(join(folder, 'graph.json'), JSON.stringify(smallGraph()));
}

function events(text: string): RunEvent[] {
  return text.split('\n').map((line) => JSON.parse(line) as RunEvent);
}

describe('prorl run and resume', function () {
  this.timeout(120_000);

  it('trains, numbers its folders, and prints the result and the next command', async () => {
    await inFolder(async (cwd) => {
      writeGraph(cwd);
      const { stdout, stderr, exitCode } = await prorl(
        ['run', 'graph.json', '--max-steps', '2', '--seed', '5', ...backend],
        { cwd },
      );
      assert.equal(exitCode, 0, stderr);
      assert.match(stderr, /^run folder: runs\/quickstart-1$/m);
      assert.match(stderr, /^quickstart {2}.* seed 5 · at most 2 steps$/m);
      assert.match(stderr, /0 ◆ base +heldout {2}pass@1 \d+\.\d%/);
      assert.match(stderr, /2 ✓ saved +checkpoints\/step-000002/);
      assert.match(stdout, /^ +pass@1 base +final +change +pass@2 base/m);
      assert.match(stdout, /^chain_sum +\d/m);
      assert.match(stdout, /^reward +\S\S {2,}-?\d/m);
      assert.match(stdout, /^next: prorl resume runs\/quickstart-1$/m);
      const control = new RegExp('[\\u0000-\\u0009\\u000b-\\u001f\\u007f]');
      assert.doesNotMatch(
        stdout + stderr.replace(/^.*(absl|oneDNN).*$/gm, ''),
        control,
        'no control characters off a terminal',
      );
      const summary = JSON.parse(
        readFileSync(join(cwd, 'runs/quickstart-1/summary.json'), 'utf8'),
      ) as Summary;
      assert.equal(summary.seed, 5);
      assert.equal(summary.steps, 2);
      const again = await prorl(['run', 'graph.json', '--max-steps', '1', ...backend], { cwd });
      assert.match(again.stderr, /^run folder: runs\/quickstart-2$/m);
    });
  });

  it('refuses before it loads a model that does not fit into --memory, with the arithmetic', async () => {
    await inFolder(async (cwd) => {
      writeGraph(cwd);
      const args = ['run', 'graph.json', '--out', 'out', '--memory', '200MiB', ...backend];
      const { stderr, exitCode } = await prorl(args, { cwd });
      assert.equal(exitCode, 4, stderr);
      assert.match(
        stderr,
        /does not fit into 200 MiB of memory: with one sequence at a time it takes \d+ MiB/,
      );
      assert.match(stderr, /policy +4 bytes x \d\.\dM weights/);
      assert.match(stderr, /peak memory/);
      assert.match(stderr, /help: {2}Allow more by --memory/);
      assert.ok(!existsSync(join(cwd, 'out')));
      const wrong = await prorl(['run', 'graph.json', '--memory', '8 gigs'], { cwd });
      assert.equal(wrong.exitCode, 2);
      assert.match(wrong.stderr, /Write it as 8GiB/);
    });
  });

  it('--json leaves nothing but events on stdout, the same as in the log', async () => {
    await inFolder(async (cwd) => {
      writeGraph(cwd);
      const args = ['run', 'graph.json', '--json', '--out', 'out', '--max-steps', '2', ...backend];
      const { stdout, exitCode } = await prorl(args, { cwd });
      assert.equal(exitCode, 0);
      assert.equal(`${stdout}\n`, readFileSync(join(cwd, 'out/events.jsonl'), 'utf8'));
      const kinds = events(stdout).map(({ event }) => event);
      assert.deepEqual(kinds, ['run.start', 'evaluate', 'step', 'step', 'checkpoint', 'evaluate', 'run.end']);
    });
  });

  it('refuses a folder that holds a run, and keeps it', async () => {
    await inFolder(async (cwd) => {
      writeGraph(cwd);
      await prorl(['run', 'graph.json', '--out', 'out', '--max-steps', '1', ...backend], { cwd });
      const before = readFileSync(join(cwd, 'out/events.jsonl'), 'utf8');
      const { exitCode, stderr } = await prorl(['run', 'graph.json', '--out', 'out', ...backend], { cwd });
      assert.equal(exitCode, 2);
      assert.match(stderr, /error: .*out holds a run already/);
      assert.match(stderr, /help: .*prorl resume/);
      assert.equal(readFileSync(join(cwd, 'out/events.jsonl'), 'utf8'), before);
    });
  });

  it('a backend that is not there ends with 4 and the way to it, and nothing is written', async function () {
    if (existsSync('/dev/nvidia0')) this.skip();
    await inFolder(async (cwd) => {
      writeGraph(cwd);
      const { exitCode, stdout, stderr } = await prorl(['run', 'graph.json', '--backend', 'cuda'], { cwd });
      assert.equal(exitCode, 4, stderr);
      assert.equal(stdout, '');
      assert.match(stderr, /^error: The cuda backend does not work here/m);
      assert.match(stderr, /^help: /m);
      assert.deepEqual(readdirSync(cwd), ['graph.json']);
    });
  });

  it('Ctrl-C saves a checkpoint and ends with 130; resume goes on from it', async () => {
    await inFolder(async (cwd) => {
      writeGraph(cwd);
      const child = start(['run', 'graph.json', '--json', '--out', 'out', ...backend], {
        cwd,
        buffer: { stdout: false },
      });
      let steps = 0;
      for await (const line of createInterface({ input: child.stdout! })) {
        if ((JSON.parse(line) as RunEvent).event !== 'step') continue;
        steps += 1;
        if (steps === 2) child.kill('SIGINT');
      }
      const { exitCode, stderr } = await child;
      assert.equal(exitCode, 130, String(stderr));
      assert.match(String(stderr), /ending after this step, with a checkpoint/);
      assert.match(String(stderr), /^next: prorl resume out$/m);
      const log = events(readFileSync(join(cwd, 'out/events.jsonl'), 'utf8').trimEnd());
      const saved = log.find((event) => event.event === 'checkpoint');
      assert.equal(saved?.event === 'checkpoint' && saved.reason, 'interrupt');
      const at = saved?.step ?? 0;
      const resumed = await prorl(['resume', 'out', '--json', '--max-steps', String(at + 2)], { cwd });
      assert.equal(resumed.exitCode, 0, resumed.stderr);
      const more = events(resumed.stdout);
      assert.equal(more[0]?.event, 'resume');
      assert.deepEqual(
        more.filter(({ event }) => event === 'step').map(({ step }) => step),
        [at + 1, at + 2],
      );
      assert.match(resumed.stderr, /^reward {2,}\S{4}/m, 'curves hold the steps of both attempts');
    });
  });

  it('a second Ctrl-C leaves at once', async () => {
    await inFolder(async (cwd) => {
      writeGraph(cwd);
      const child = start(['run', 'graph.json', '--json', '--out', 'out', ...backend], {
        cwd,
        buffer: { stdout: false },
      });
      let asked = false;
      for await (const line of createInterface({ input: child.stdout! })) {
        if (asked || (JSON.parse(line) as RunEvent).event !== 'step') continue;
        asked = true;
        child.kill('SIGINT');
        child.kill('SIGTERM');
      }
      const { exitCode } = await child;
      assert.equal(exitCode, 130);
      assert.ok(!existsSync(join(cwd, 'out/summary.json')), 'it did not wait for the end of the run');
    });
  });

  it('a run whose graph is lost is told as such', async () => {
    await inFolder(async (cwd) => {
      writeGraph(cwd);
      await prorl(['run', 'graph.json', '--out', 'out', '--max-steps', '1', ...backend], { cwd });
      rmSync(join(cwd, 'out/graph.json'));
      const { exitCode, stderr } = await prorl(['resume', 'out'], { cwd });
      assert.equal(exitCode, 2);
      assert.match(stderr, /error: .*it has no graph\.json/);
    });
  });
});

describe('prorl doctor', function () {
  this.timeout(120_000);

  it('tells of every backend, and always ends well', async () => {
    const { stdout, exitCode } = await prorl(['doctor', '--json']);
    assert.equal(exitCode, 0);
    const report = JSON.parse(stdout) as {
      picked: string;
      backends: { name: string; works: boolean; why?: string }[];
    };
    assert.deepEqual(
      report.backends.map(({ name }) => name),
      ['cuda', 'native', 'webgpu', 'wasm', 'cpu'],
    );
    assert.equal(report.picked, report.backends.find(({ works }) => works)?.name);
    for (const { works, why } of report.backends) assert.ok(works || (why ?? '').length > 10);
    assert.ok(report.backends.find(({ name }) => name === 'wasm')?.works);
  });
});
