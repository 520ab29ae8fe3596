import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { packageRoot } from '../../runtime/package-root.ts';
import { logic, project, put } from './libraries.ts';
import { inFolder, prorl } from './prorl.ts';

describe('libraries', function () {
  this.timeout(60_000);

  it('init --library makes a package whose checks and tests pass', async () => {
    await inFolder(async (cwd) => {
      const made = await prorl(['init', '--library', '@acme/prorl-numerals'], { cwd });
      assert.equal(made.exitCode, 0, made.stderr);
      assert.match(made.stderr, /cd prorl-numerals && npm install && npm test/);
      const folder = join(cwd, 'prorl-numerals');
      const { name, peerDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        name: string;
        peerDependencies: { prorl: string };
      };
      assert.equal(name, '@acme/prorl-numerals');
      assert.match(peerDependencies.prorl, /^\^\d+\.\d+\.\d+$/);
      // Prorl from its sources, as npm would install it.
      const api = pathToFileURL(join(packageRoot, 'runtime', 'tasks', 'index.ts')).href;
      put(join(folder, 'node_modules', 'prorl'), {
        'package.json': '{ "name": "prorl", "type": "module", "exports": "./index.ts" }',
        'index.ts': `export * from '${api}';\n`,
      });
      const checked = await prorl(['check', 'index.prorl', 'tests.prorl'], { cwd: folder });
      assert.equal(checked.stderr, '2 files checked: no errors', checked.stdout);
      const tested = await prorl(['test', 'tests.prorl'], { cwd: folder });
      assert.equal(tested.stderr, '2 passed, 0 failed', tested.stdout);
      const tasks = await execa(process.execPath, ['--import', import.meta.resolve('tsx'), '--test'], {
        cwd: folder,
        env: { NODE_OPTIONS: '' },
        reject: false,
      });
      assert.equal(tasks.exitCode, 0, tasks.stdout);
      assert.match(tasks.stdout, /pass 3/);
    });
  });

  it('init takes a folder for a library, and refuses names that npm refuses', async () => {
    await inFolder(async (cwd) => {
      assert.equal((await prorl(['init', 'there', '--library', 'riddles'], { cwd })).exitCode, 0);
      assert.ok(existsSync(join(cwd, 'there', 'index.prorl')));
      for (const name of ['Riddles', '../riddles', '@acme', 'prorl', '']) {
        const { exitCode, stderr } = await prorl(['init', '--library', name], { cwd });
        assert.equal(exitCode, 2, name);
        assert.match(stderr, /cannot be the name of a library/);
      }
      assert.match((await prorl(['init'], { cwd })).stderr, /Missing required argument 'DIR'/);
      assert.match(
        (await prorl(['init', '--library', 'riddles', 'there'], { cwd })).stderr,
        /not an empty folder/,
      );
    });
  });

  const bad: Record<string, { files: Record<string, string>; says: RegExp }> = {
    'no prorl entry': {
      files: { 'package.json': '{ "name": "@acme/logic" }' },
      says: /error\[M0203\].*no prorl modules[^]*"prorl": \{ "modules"/,
    },
    'a manifest that is no JSON': {
      files: { 'package.json': '{ "name": ' },
      says: /error\[M0209\].*package\.json of "@acme\/logic" is broken[^]*not JSON/,
    },
    'a module outside the package': {
      files: { 'package.json': '{ "prorl": { "modules": { ".": "../../../main.prorl" } } }' },
      says: /error\[M0208\].*leaves its package/,
    },
    'code outside the package': {
      files: { 'logic.prorl': logic['logic.prorl']!.replace('./dist/tasks/one-more"', '../../../main"') },
      says: /error\[M0208\].*"\.\.\/\.\.\/\.\.\/main" leaves the package/,
    },
    'code that is not there': {
      files: { 'logic.prorl': logic['logic.prorl']!.replaceAll('one-more', 'one-less') },
      says: /error\[M0211\].*no code file[^]*install "@acme\/logic" again; if it is your own, build it/,
    },
    'a module that is not there': {
      files: { 'package.json': '{ "prorl": { "modules": { ".": "gone.prorl" } } }' },
      says: /error\[M0201\].*gone\.prorl does not exist/,
    },
    'a syntax error in a module': {
      files: { 'parts.prorl': 'edition 2026\nexport schedule slow Coefficient = 1\n' },
      says: /error\[P01\d\d\][^]*parts\.prorl:2/,
    },
    'a library installed twice': {
      files: {
        '../../deeper/package.json':
          '{ "version": "0.3.0", "prorl": { "modules": { ".": "deeper.prorl" } } }',
        '../../deeper/deeper.prorl': logic['node_modules/deeper/deeper.prorl']!,
        '../../deeper/next.js': logic['node_modules/deeper/next.js']!,
        '../../../main.prorl':
          'edition 2026\nimport { next } from "deeper"\nimport { both } from "@acme/logic"\nexport mixture all { next: 1 }\n',
      },
      says: /error\[M0212\].*"deeper" is installed twice[^]*version\s0\.2\.0\sin[^]*version\s+0\.3\.0\sin[^]*npm dedupe/,
    },
  };
  for (const [what, { files, says }] of Object.entries(bad)) {
    it(`check and lock refuse ${what}`, async () => {
      await inFolder(async (cwd) => {
        project(cwd, files);
        const checked = await prorl(['check', 'main.prorl'], { cwd });
        assert.equal(checked.exitCode, 3);
        assert.match(checked.stdout, says);
        assert.equal((await prorl(['lock', 'main.prorl'], { cwd })).exitCode, 3);
        assert.ok(!existsSync(join(cwd, 'prorl.lock')));
      });
    });
  }

  it('a run tells authors that TypeScript is not run from an installed package', async () => {
    await inFolder(async (cwd) => {
      project(cwd);
      const folder = join(cwd, 'node_modules', '@acme', 'logic');
      put(folder, {
        'logic.prorl': logic['logic.prorl']!.replaceAll('one-more', 'typed'),
        'dist/tasks/typed.ts': '',
      });
      const { loadTask } = await import('../../runtime/tasks/load.ts');
      // In a process without tsx: from what `npm run build` makes it would be the same.
      const script = `
        import { register } from 'node:module';
        try { await import(${JSON.stringify(pathToFileURL(join(folder, 'dist/tasks/typed.ts')).href)}); }
        catch (error) { console.log(error.code); }`;
      const { stdout } = await execa(process.execPath, ['--input-type=module', '-e', script], {
        env: { NODE_OPTIONS: '' },
      });
      assert.match(stdout, /ERR_UNKNOWN_FILE_EXTENSION|ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING/);
      put(folder, {
        'dist/tasks/throws.js': `throw Object.assign(new Error('types'), { code: '${stdout.trim()}' });\n`,
      });
      await assert.rejects(
        loadTask({ module: 'dist/tasks/throws.js', export: 'task', library: '@acme/logic' }, cwd),
        (error: { hint?: string }) => /publish it as JavaScript/.test(error.hint ?? ''),
      );
    });
  });
});
