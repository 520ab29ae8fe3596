import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { put } from './libraries.ts';
import { inFolder, prorl } from './prorl.ts';

const whole = 'edition 2026\nexport let five: Number = 5\n';

/** Makes one thing of a kind that is no readable file. */
const oddities: Readonly<Record<string, readonly [make: (path: string) => void, message: RegExp]>> = {
  'an empty folder': [(path) => mkdirSync(path), /The folder x\.prorl has no \.prorl files/],
  'a pipe that nobody writes to': [(path) => execFileSync('mkfifo', [path]), /: it is a pipe or a device\./],
  'a device without end': [(path) => symlinkSync('/dev/zero', path), /: it is a pipe or a device\./],
  'a link to itself': [(path) => symlinkSync(path, path), /Cannot read .*ELOOP/],
  'nothing at all': [() => undefined, /there is no such file/],
};

/** Modules that cannot be imported, by what stands behind `import { a } from`. */
const outside: Readonly<Record<string, RegExp>> = {
  './../outside.prorl': /error\[M0208\]: "\.\/\.\.\/outside\.prorl" leaves the package/,
  '/etc/passwd': /error\[M0210\]: "\/etc\/passwd" cannot be imported/,
  './link.prorl': /error\[M0208\]: "\.\/link\.prorl" leaves the package/,
  './linked/outside.prorl': /error\[M0208\]: "\.\/linked\/outside\.prorl" leaves the package/,
  './folder.prorl': /error\[M0201\]/,
  './pipe.prorl': /error\[M0201\]/,
  './binary.prorl': /error\[P0101\]/,
};

const manifestOf = (prorl: unknown): string => JSON.stringify({ name: 'x', version: '1.0.0', prorl });

/** Libraries whose package.json is broken each in its own way. */
const broken: Readonly<Record<string, readonly [manifest: string, message: RegExp]>> = {
  'no-json': ['{ "name": ', /error\[M0209\][^]*It is not JSON/],
  'no-object': ['[]', /error\[M0209\][^]*It is not a JSON object/],
  'no-entry': ['{ "name": "x" }', /error\[M0203\]/],
  'entry-is-text': [manifestOf('tasks.prorl'), /error\[M0209\][^]*has no object "modules"/],
  'modules-is-list': [manifestOf({ modules: ['a.prorl'] }), /error\[M0209\][^]*has no object "modules"/],
  'path-is-number': [manifestOf({ modules: { '.': 5 } }), /error\[M0209\][^]*is not a string/],
  'no-modules': [manifestOf({ modules: {} }), /error\[M0209\][^]*names no modules/],
  'no-file': [manifestOf({ modules: { '.': 'gone.prorl' } }), /error\[M0201\]/],
  'climbs-out': [
    manifestOf({ modules: { '.': '../../main.prorl' } }),
    /error\[M0208\][^]*leaves its package/,
  ],
  'linked-out': [manifestOf({ modules: { '.': 'link.prorl' } }), /error\[M0208\][^]*leaves its package/],
  huge: [`{ "x": "${'x'.repeat(5_000_000)}" }`, /error\[M0209\][^]*far too large/],
};

/** The part of a command's output that is about the import of a module. */
function about(output: string, module: string): string {
  const parts = output.split(/(?=^error\[)/m);
  return parts.find((one) => one.includes(`"${module}"`)) ?? `nothing about ${module} in\n${output}`;
}

describe('hostile places', function () {
  this.timeout(60_000);

  for (const [what, [make, message]] of Object.entries(oddities)) {
    it(`${what} in the place of a file: a message and exit code 3`, async () => {
      await inFolder(async (cwd) => {
        make(join(cwd, 'x.prorl'));
        for (const command of ['check', 'fmt']) {
          const { stderr, exitCode } = await prorl([command, 'x.prorl'], { cwd, timeout: 30_000 });
          assert.match(stderr, message);
          assert.equal(exitCode, 3, stderr);
        }
      });
    });
  }

  it('imports that lead out of the package, over links too, or to what is no program', async () => {
    await inFolder(async (cwd) => {
      const project = join(cwd, 'project');
      put(cwd, { 'outside.prorl': whole, 'elsewhere/outside.prorl': whole });
      put(project, {
        'package.json': '{ "name": "project" }',
        'binary.prorl': '\0\x01\x02',
        'main.prorl': `edition 2026\n${Object.keys(outside)
          .map((one, i) => `import { five as a${i} } from "${one}"\n`)
          .join('')}`,
      });
      symlinkSync('../outside.prorl', join(project, 'link.prorl'));
      symlinkSync('../elsewhere', join(project, 'linked'));
      mkdirSync(join(project, 'folder.prorl'));
      execFileSync('mkfifo', [join(project, 'pipe.prorl')]);
      const { stdout, stderr, exitCode } = await prorl(['check', 'main.prorl'], {
        cwd: project,
        timeout: 30_000,
      });
      const all = stdout + stderr;
      assert.equal(exitCode, 3, all);
      for (const [one, message] of Object.entries(outside)) {
        if (one === './binary.prorl') assert.match(all, message);
        else assert.match(about(all, one), message);
      }
    });
  });

  it('takes a file over a link that stays within the package', async () => {
    await inFolder(async (cwd) => {
      put(cwd, { 'package.json': '{}', 'part.prorl': whole });
      put(cwd, {
        'main.prorl': 'edition 2026\nimport { five } from "./link.prorl"\nlet six: Number = five + 1\n',
      });
      symlinkSync('part.prorl', join(cwd, 'link.prorl'));
      const { stdout, stderr } = await prorl(['check', 'main.prorl'], { cwd });
      assert.match(stdout + stderr, /no errors/);
    });
  });

  it('files that import one another', async () => {
    await inFolder(async (cwd) => {
      put(cwd, {
        'package.json': '{}',
        'a.prorl': 'edition 2026\nimport { b } from "./b.prorl"\nexport let a: Number = b\n',
        'b.prorl': 'edition 2026\nimport { a } from "./a.prorl"\nexport let b: Number = a\n',
      });
      const { stdout, stderr, exitCode } = await prorl(['check', 'a.prorl'], { cwd, timeout: 30_000 });
      assert.equal(exitCode, 3);
      assert.match(stdout + stderr, /error\[M0206\]: these imports go round in a circle/);
    });
  });

  it('libraries with broken manifests, each told apart', async () => {
    await inFolder(async (cwd) => {
      const imports = Object.keys(broken).map((name, i) => `import { five as a${i} } from "${name}"\n`);
      put(cwd, {
        'package.json': '{}',
        'main.prorl': `edition 2026\n${imports.join('')}`,
        'outside.prorl': whole,
      });
      for (const [name, [manifest]] of Object.entries(broken))
        put(join(cwd, 'node_modules', name), { 'package.json': manifest });
      symlinkSync('../../outside.prorl', join(cwd, 'node_modules/linked-out/link.prorl'));
      const { stdout, stderr, exitCode } = await prorl(['check', 'main.prorl'], { cwd, timeout: 30_000 });
      const all = stdout + stderr;
      assert.equal(exitCode, 3, all);
      for (const [name, [, message]] of Object.entries(broken)) assert.match(about(all, name), message);
    });
  });
});
