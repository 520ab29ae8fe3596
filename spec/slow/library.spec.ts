import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { packageRoot } from '../../runtime/package-root.ts';

const pipeline = `edition 2026
import { roman_numerals, practise_numerals } from "@acme/prorl-numerals"

model fresh = transformer(family: llama, layers: 1, hidden: 32, heads: 2, kv_heads: 1, intermediate: 64, context: 128 tokens)

mixture small { roman_numerals(value: 1..40): 1 }

suite exam {
  tasks: small
  problems: 4   samples: 2   temperature: 1   max_tokens: 24 tokens
  report: pass@1, pass@2
}

pipeline main {
  model: fresh
  seed: 5
  evaluate exam every 10 steps
  run practise_numerals(small, longest: 12 tokens) for 4 steps
}
`;

/**
 * What the author of a library and its user do, with npm and the packed prorl: scaffold, test, pack,
 * install elsewhere, lock, run; and then the library changes.
 */
describe('a library, packed and installed in another folder', function () {
  this.timeout(600_000);
  let folder: string;
  let prorlTarball: string;
  let libraryTarball: string;
  const user = () => join(folder, 'user');

  const npm = (cwd: string, ...args: string[]) => execa('npm', args, { cwd });
  const prorl = (cwd: string, ...args: string[]) =>
    execa(
      process.execPath,
      [join(cwd, 'node_modules', 'prorl', 'dist', 'runtime', 'cli', 'main.js'), ...args],
      {
        cwd,
        env: { PRORL_HOME: join(folder, '.prorl'), NODE_OPTIONS: '' },
        reject: false,
      },
    );

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'prorl-library-'));
    prorlTarball = await pack(packageRoot, folder);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is scaffolded, and its own tests pass', async () => {
    const main = join(packageRoot, 'dist', 'runtime', 'cli', 'main.js');
    await execa(process.execPath, [main, 'init', '--library', '@acme/prorl-numerals', 'library'], {
      cwd: folder,
    });
    const library = join(folder, 'library');
    await npm(library, 'install', '--no-save', '--omit=optional', prorlTarball);
    const { stdout } = await npm(library, 'test');
    assert.match(stdout, /pass 3/);
    await npm(library, 'run', 'types');
    libraryTarball = await pack(library, folder);
  });

  it('is installed, checked, locked and run', async () => {
    mkdirSync(user());
    writeFileSync(join(user(), 'package.json'), '{ "name": "user", "private": true }');
    await npm(user(), 'install', '--omit=optional', prorlTarball, libraryTarball);
    writeFileSync(join(user(), 'main.prorl'), pipeline);
    const checked = await prorl(user(), 'check', 'main.prorl');
    assert.equal(checked.exitCode, 0, checked.stdout);
    assert.match(
      (await prorl(user(), 'docs', '@acme/prorl-numerals')).stdout,
      /^solution: .*<answer>[IVXLCDM]+</m,
    );
    const early = await frozen();
    assert.match(early.stderr, /main\.prorl is not locked/);
    assert.equal(early.exitCode, 3);
    const locked = await prorl(user(), 'lock', 'main.prorl');
    assert.equal(locked.exitCode, 0, locked.stderr);
    const run = await frozen();
    assert.equal(run.exitCode, 0, run.stderr);
    const read = (name: string) =>
      JSON.parse(readFileSync(join(user(), name), 'utf8')) as Record<string, unknown>;
    const summary = read('out/summary.json');
    assert.equal(summary['steps'], 2);
    assert.deepEqual(summary['libraries'], read('prorl.lock')['libraries']);
    // Its task has judged the responses.
    assert.match(readFileSync(join(user(), 'out', 'events.jsonl'), 'utf8'), /roman_numerals/);
  });

  it('is refused once a byte of it has changed, and run again once it is installed again', async () => {
    const code = join(user(), 'node_modules', '@acme', 'prorl-numerals', 'tasks', 'roman-numerals.js');
    appendFileSync(code, '\n');
    const refused = await frozen();
    assert.equal(refused.exitCode, 3);
    assert.match(refused.stderr, /@acme\/prorl-numerals: 0\.1\.0 as locked, but its files are not the same/);
    rmSync(join(user(), 'node_modules', '@acme'), { recursive: true });
    await npm(user(), 'ci', '--omit=optional');
    const again = await frozen();
    assert.equal(again.exitCode, 0, again.stderr);
  });

  async function frozen() {
    rmSync(join(user(), 'out'), { recursive: true, force: true });
    return prorl(
      user(),
      ...['run', 'main.prorl', '--frozen', '--max-steps', '2', '--backend', 'wasm', '--out', 'out'],
    );
  }
});

/** Packs a package into a folder; the tarball's path. */
async function pack(from: string, into: string): Promise<string> {
  const { stdout } = await execa('npm', ['pack', '--json', '--pack-destination', into], { cwd: from });
  // What `prepare` runs may print before the JSON; newer npm keys the report by package.
  const report = JSON.parse(stdout.slice(stdout.search(/^[[{]/m))) as Record<string, { filename: string }>;
  const [first] = Object.values(report);
  assert.ok(first, 'npm pack must say which file it wrote');
  return join(into, first.filename);
}
