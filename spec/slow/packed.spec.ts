import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { packageRoot } from '../../runtime/package-root.ts';

/**
 * What a user of the published package does: install the tarball in an empty folder, make a
 * pipeline, run three steps. On the Node at hand and on a later line, from npm's own `node` package.
 */
describe('the packed package, installed in an empty folder', () => {
  let folder: string;
  let tarball: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'prorl-packed-'));
    const { stdout } = await execa('npm', ['pack', '--json', '--pack-destination', folder], {
      cwd: packageRoot,
    });
    // The build that `prepare` runs may print before the JSON; newer npm keys the report by package.
    const report = JSON.parse(stdout.slice(stdout.search(/^[[{]/m))) as unknown;
    const [first] = Object.values(report as Record<string, { filename: string }>);
    assert.ok(first, 'npm pack must say which file it wrote');
    tarball = join(folder, first.filename);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has the module of every task', async () => {
    const home = mkdtempSync(join(folder, 'tasks-'));
    await execa('npm', ['install', '--prefix', home, tarball]);
    const prorl = join(home, 'node_modules', '.bin', 'prorl');
    const { stdout } = await execa(prorl, ['tasks', '--json']);
    const { tasks } = JSON.parse(stdout) as { tasks: { name: string; module: string }[] };
    const own = tasks.filter(({ module }) => module !== 'prorl/reasoning-gym');
    assert.ok(own.length >= 48, `${own.length} tasks`);
    for (const { name, module } of own) {
      const posed = await execa(prorl, ['tasks', name, '--from', module, '--count', '1', '--json']);
      assert.match(posed.stdout, /"prompt"/, name);
    }
  });

  for (const line of ['at hand', '22', '24']) {
    it(`runs three steps on Node ${line === 'at hand' ? process.version : line}`, async () => {
      const home = mkdtempSync(join(folder, 'home-'));
      const env = { PRORL_HOME: join(home, '.prorl') };
      await execa('npm', ['init', '-y'], { cwd: home });
      // Nothing that it depends on may want another Node.
      await execa('npm', ['install', '--engine-strict', tarball], { cwd: home });
      if (line !== 'at hand') await execa('npm', ['install', `node@${line}`], { cwd: home });
      const bin = join(home, 'node_modules', '.bin');
      const node = line === 'at hand' ? process.execPath : await laterNode(home);
      const prorl = join(bin, 'prorl');

      await execa(node, [prorl, 'init', 'demo'], { cwd: home, env });
      const run = await execa(
        node,
        [prorl, 'run', 'demo/main.prorl', '--max-steps', '3', '--backend', 'wasm', '--out', 'out'],
        { cwd: home, env },
      );
      assert.equal(run.exitCode, 0);
      const summary = JSON.parse(readFileSync(join(home, 'out', 'summary.json'), 'utf8')) as Record<
        string,
        unknown
      >;
      assert.equal(summary['steps'], 3);
      assert.equal(summary['backend'], 'wasm');
      assert.ok(existsSync(join(home, 'out', 'final', 'model.safetensors')), 'the final model must be there');

      // A task in TypeScript, as docs/verifiers.md has it.
      const page = readFileSync(join(packageRoot, 'docs', 'verifiers.md'), 'utf8');
      for (const name of ['doubles.ts', 'main.prorl']) {
        const [, text] =
          new RegExp(`<!-- file: ${name} -->\\n\`\`\`\\w+\\n([^]*?)\`\`\`\\n`).exec(page) ?? [];
        writeFileSync(join(home, name), text!);
      }
      const asked = ['tasks', 'doubles', '--from', 'main.prorl', '--count', '2'];
      const { stdout } = await execa(node, [prorl, ...asked], { cwd: home, env });
      assert.ok(page.includes(stdout), stdout);
    });
  }
});

/** The binary that npm's `node` package brings (its platform package holds it). */
async function laterNode(home: string): Promise<string> {
  const { stdout } = await execa('find', [join(home, 'node_modules'), '-path', '*/bin/node', '-type', 'f']);
  const [binary] = stdout.split('\n').filter(Boolean);
  assert.ok(binary, 'npm install node@LINE must bring a node binary');
  const { stdout: version } = await execa(binary, ['--version']);
  assert.notEqual(version, process.version);
  return binary;
}
