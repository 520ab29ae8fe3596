import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { inFolder, prorl, smallGraph } from './prorl.ts';

/** Prints the address of every module that is loaded. */
const listModules = `data:text/javascript,${encodeURIComponent(`
  import { register } from 'node:module';
  const hook = "import { writeSync } from 'node:fs'; export async function load(url, context, next) { writeSync(2, 'loads ' + url + '\\\\n'); return next(url, context); }";
  register('data:text/javascript,' + encodeURIComponent(hook));
`)}`;

describe('prorl over pipeline files', function () {
  this.timeout(60_000);

  it('init makes a project whose pipeline and tests are right', async () => {
    await inFolder(async (cwd) => {
      const made = await prorl(['init', 'demo'], { cwd });
      assert.equal(made.exitCode, 0, made.stderr);
      assert.deepEqual(readdirSync(join(cwd, 'demo')).sort(), ['README.md', 'main.prorl', 'tests.prorl']);
      assert.match(made.stderr, /prorl run demo\/main\.prorl --max-steps 3/);
      const checked = await prorl(['check', 'demo/main.prorl', 'demo/tests.prorl'], { cwd });
      assert.equal(checked.stderr, '2 files checked: no errors');
      assert.equal(checked.exitCode, 0);
      const tested = await prorl(['test', 'demo/tests.prorl'], { cwd });
      assert.equal(tested.stderr, '2 passed, 0 failed');
      assert.equal(tested.exitCode, 0);
    });
  });

  it('init leaves a folder alone that holds something', async () => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'demo'));
      writeFileSync(join(cwd, 'demo', 'mine.txt'), 'mine');
      for (const name of ['demo', 'demo/mine.txt']) {
        const { exitCode, stderr } = await prorl(['init', name], { cwd });
        assert.equal(exitCode, 2);
        assert.match(stderr, /not an empty folder/);
      }
      assert.deepEqual(readdirSync(join(cwd, 'demo')), ['mine.txt']);
    });
  });

  it('a missing file, a folder and a damaged graph are told with exit code 3', async () => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'folder.prorl'));
      writeFileSync(join(cwd, 'cut.json'), '{"format": ');
      writeFileSync(join(cwd, 'other.json'), '{}');
      for (const command of ['check', 'run']) {
        for (const [file, message] of [
          ['missing.prorl', /^error: Cannot read missing\.prorl: there is no such file\.\nhelp: /m],
          [
            'folder.prorl',
            command === 'check'
              ? /^error: The folder folder\.prorl has no \.prorl files\.\nhelp: /m
              : /^error: Cannot read folder\.prorl: it is a folder\.\nhelp: /m,
          ],
          ['cut.json', /^error: cut\.json is not JSON: /m],
          ['other.json', /^error: .*other\.json/m],
        ] as const) {
          const { exitCode, stdout, stderr } = await prorl([command, file], { cwd });
          assert.match(stderr, message);
          assert.equal(exitCode, 3, stderr);
          assert.equal(stdout, '');
        }
      }
      assert.ok(!existsSync(join(cwd, 'runs')), 'nothing is written');
    });
  });

  it('a folder where one file is wanted is told with the files to name', async () => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'runs-of-mine', 'deep'), { recursive: true });
      writeFileSync(join(cwd, 'runs-of-mine', 'main.prorl'), '');
      writeFileSync(join(cwd, 'runs-of-mine', 'deep', 'other.prorl'), '');
      const told = await prorl(['plan', 'runs-of-mine'], { cwd });
      assert.match(
        told.stderr,
        /\nhelp: +Name one of the \.prorl files in it: runs-of-mine\/deep\/other\.prorl, runs-of-mine\/main\.prorl/,
      );
      assert.equal(told.exitCode, 3);
      mkdirSync(join(cwd, 'empty'));
      assert.match((await prorl(['run', 'empty'], { cwd })).stderr, /It has no \.prorl files\. `prorl init`/);
    });
  });

  it('a syntax error is shown with its place, and ends with 3 everywhere', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'bad.prorl'), 'edition 2026\n\nmodel nano = bundled("nano"\n');
      const checked = await prorl(['check', 'bad.prorl'], { cwd });
      assert.equal(checked.exitCode, 3);
      assert.match(checked.stdout, /^error\[/m);
      assert.match(checked.stdout, /bad\.prorl:3:/);
      const run = await prorl(['run', 'bad.prorl'], { cwd });
      assert.equal(run.exitCode, 3);
      assert.equal(run.stdout, '');
      assert.match(run.stderr, /bad\.prorl:3:/);
      assert.match(run.stderr, /error: bad\.prorl has 1 error\.\nhelp: {2}.*`prorl explain P0110`$/);
      assert.ok(!existsSync(join(cwd, 'runs')));
      const json = await prorl(['check', 'bad.prorl', '--json'], { cwd });
      const report = JSON.parse(json.stdout) as {
        errors: number;
        diagnostics: { severity: string; span: { start: { line: number } } }[];
      };
      assert.equal(report.errors, 1);
      assert.equal(report.diagnostics[0]?.span.start.line, 3);
    });
  });

  it('a failing test of the language ends with 1 and says what happened instead', async () => {
    await inFolder(async (cwd) => {
      await prorl(['init', '.'], { cwd });
      const tests = readFileSync(join(cwd, 'tests.prorl'), 'utf8').replace(
        'expect reset at 12, 42',
        'expect reset at 13',
      );
      writeFileSync(join(cwd, 'tests.prorl'), tests);
      const { exitCode, stdout, stderr } = await prorl(['test', 'tests.prorl'], { cwd });
      assert.equal(exitCode, 1);
      assert.match(stdout, /^✗ a KL drift resets the reference/m);
      assert.match(stdout, /expected after step 13, got after steps 12, 42/);
      assert.equal(stderr, '1 passed, 1 failed');
      const json = JSON.parse((await prorl(['test', 'tests.prorl', '--json'], { cwd })).stdout) as {
        results: { passed: boolean }[];
      };
      assert.deepEqual(
        json.results.map(({ passed }) => passed),
        [false, true],
      );
    });
  });

  it('graph prints a graph that is read again as the same', async () => {
    await inFolder(async (cwd) => {
      await prorl(['init', '.'], { cwd });
      const first = await prorl(['graph', 'main.prorl'], { cwd });
      assert.equal(first.exitCode, 0, first.stderr);
      writeFileSync(join(cwd, 'graph.json'), first.stdout);
      assert.equal((await prorl(['graph', 'graph.json'], { cwd })).stdout, first.stdout);
      assert.match(
        (await prorl(['graph', 'main.prorl', '--format', 'mermaid'], { cwd })).stdout,
        /^flowchart/,
      );
      assert.match(
        (await prorl(['graph', 'main.prorl', '--format', 'svg'], { cwd })).stdout,
        /^<svg[^]*<\/svg>$/,
      );
    });
  });

  it('plan tells values, origins, curves and bounds, and what --set changes', async () => {
    await inFolder(async (cwd) => {
      await prorl(['init', '.'], { cwd });
      const { stdout, exitCode } = await prorl(['plan', 'main.prorl'], { cwd });
      assert.equal(exitCode, 0);
      assert.match(stdout, /rollout\.samples +8 +main\.prorl:33/);
      assert.match(stdout, /rollout\.top_p +\S+ +default/);
      assert.match(stdout, /0 at 0 · 0\.002 at 20 · 5e-4 at 100 steps/);
      assert.match(stdout, /[▁▂▃▄▅▆▇█]{20}/);
      assert.match(stdout, /when kl\.mean > 0\.05 for 3 steps/);
      // 100 steps x 16 prompts x 8 samples x 48 tokens
      assert.match(stdout, /614k rollout tokens/);
      const half = await prorl(['plan', 'main.prorl', '--set', 'practise.rollout.samples=4', '--json'], {
        cwd,
      });
      const plan = JSON.parse(half.stdout) as { atMost: { rolloutTokens: number } };
      assert.equal(plan.atMost.rolloutTokens, 100 * 16 * 4 * 48);
    });
  });

  it('names the nearest setting for one that is not there', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'graph.json'), JSON.stringify(smallGraph()));
      const { exitCode, stderr } = await prorl(['plan', 'graph.json', '--set', 'explore.rollout.sampels=4'], {
        cwd,
      });
      assert.equal(exitCode, 2);
      assert.match(stderr, /explore\.rollout\.samples/);
    });
  });

  it('ends quietly where the reader closes the pipe', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'graph.json'), JSON.stringify(smallGraph()));
      const main = new URL('../../runtime/cli/main.ts', import.meta.url).pathname;
      const command = `"${process.execPath}" --import "${import.meta.resolve('tsx')}" "${main}" graph graph.json | head -c 10`;
      const { stdout, stderr } = await execa({ shell: true, cwd })`${command}`;
      assert.equal(stdout.length, 10);
      assert.ok(!stderr.includes('EPIPE'), stderr);
    });
  });

  it('check starts without the tensor library and loads few modules', async () => {
    await inFolder(async (cwd) => {
      await prorl(['init', '.'], { cwd });
      const { stderr, exitCode } = await prorl(['check', 'main.prorl'], {
        cwd,
        nodeFlags: ['--import', listModules],
      });
      assert.equal(exitCode, 0);
      const loaded = stderr.split('\n').filter((line) => line.startsWith('loads file:'));
      assert.ok(
        loaded.some((line) => line.includes('grammar/compile')),
        'the hook sees what is loaded',
      );
      assert.deepEqual(
        loaded.filter(
          (line) =>
            /@tensorflow|runtime\/(tensor|model|stages|run|engines)\//.test(line) &&
            // What finds a GGUF file and reads its context loads nothing more.
            !/model\/gguf\/(find-gguf|context-length)/.test(line),
        ),
        [],
      );
      // Opening files is most of the start: 150 modules take a quarter of a second, 800 take a half.
      assert.ok(loaded.length < 300, `${loaded.length} modules`);
    });
  });
});
