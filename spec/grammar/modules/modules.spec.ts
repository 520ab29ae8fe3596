import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { renderDiagnostic } from '../../../grammar/diagnostics/index.ts';
import { memoryWorkspace } from '../../../grammar/memory-workspace.ts';
import { findCode, loadModules, type Modules } from '../../../grammar/modules/index.ts';

const header = 'edition 2026\n';
const standard = {
  '/prorl/package.json': JSON.stringify({
    name: 'prorl',
    version: '1.2.3',
    prorl: { modules: { tasks: 'stdlib/tasks.prorl', stages: 'stdlib/stages.prorl' } },
  }),
  '/prorl/stdlib/tasks.prorl': `${header}/// Sums.\nexport task sums(terms: Range = 2..4) = code("./tasks/sums", export: "sums")\nexport task words = code("./tasks/words", export: "words")\ntask hidden = code("./tasks/hidden")\n`,
  '/prorl/stdlib/stages.prorl': `${header}export stage grpo = reinforce\n`,
  '/prorl/stdlib/tasks/sums.ts': '',
};

function load(files: Record<string, string>): Modules {
  return loadModules(
    '/project/main.prorl',
    memoryWorkspace({ ...standard, '/project/package.json': '{}', ...files }),
  );
}

const library = (manifest: unknown, modules: Record<string, string>): Record<string, string> => ({
  '/project/node_modules/@acme/logic/package.json':
    typeof manifest === 'string' ? manifest : JSON.stringify(manifest),
  ...Object.fromEntries(
    Object.entries(modules).map(([k, v]) => [`/project/node_modules/@acme/logic/${k}`, v]),
  ),
});
const main = (text: string): Record<string, string> => ({ '/project/main.prorl': header + text });

describe('loadModules', () => {
  it('follows imports of files, the standard library and packages', () => {
    const found = load({
      ...main(
        'import { sums as plus } from "prorl/tasks"\nimport { grpo } from "prorl"\nimport { mine } from "./lib/mine.prorl"\nimport { zebra } from "@acme/logic"\n',
      ),
      '/project/lib/mine.prorl': `${header}import { sums } from "prorl/tasks"\nexport mixture mine { sums: 1 }\n`,
      ...library(
        { version: '0.3.0', prorl: { modules: { a: 'a.prorl', b: 'b.prorl' } } },
        { 'a.prorl': header, 'b.prorl': `${header}export task zebra = code("./zebra")\n` },
      ),
    });
    assert.deepEqual(found.diagnostics, []);
    const scope = found.entry?.scope;
    assert.deepEqual([...(scope?.keys() ?? [])], ['plus', 'grpo', 'mine', 'zebra']);
    assert.equal(scope?.get('plus')?.declaration.name.text, 'sums');
    assert.equal(scope?.get('plus')?.declaration.doc, 'Sums.');
    assert.equal(scope?.get('mine')?.module.library, null);
    assert.equal(scope?.get('zebra')?.module.library?.version, '0.3.0');
    assert.equal(found.modules.at(-1), found.entry);
    assert.deepEqual(
      found.libraries.map((l) => `${l.name} ${l.version}`),
      ['@acme/logic 0.3.0', 'prorl 1.2.3'],
    );
  });

  const hashOf = (files: Record<string, string>, manifest: object = {}): string | undefined =>
    load({
      ...main('import { x } from "@acme/logic/a"\n'),
      ...library(
        { version: '1.0.0', prorl: { modules: { a: 'a.prorl' } }, ...manifest },
        { 'a.prorl': `${header}export let x = 1\n`, ...files },
      ),
    }).libraries[0]?.hash;

  it('hashes all files of a library, as sha256sum over their listing would', () => {
    const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
    const files = { 'a.prorl': `${header}export let x = 1\n`, 'code/a.js': 'a', 'package.json': '' };
    files['package.json'] = JSON.stringify({ version: '1.0.0', prorl: { modules: { a: 'a.prorl' } } });
    const listing = Object.entries(files).map(([path, text]) => `${sha256(text)}  ${path}\n`);
    assert.equal(hashOf({ 'code/a.js': 'a' }), sha256(listing.join('')));
    assert.equal(
      hashOf({ 'code/a.js': 'a', 'node_modules/b/c.js': '', '.git/d': '' }),
      hashOf({ 'code/a.js': 'a' }),
    );
    assert.notEqual(hashOf({ 'code/a.js': 'b' }), hashOf({ 'code/a.js': 'a' }));
    assert.notEqual(hashOf({ 'code/b.js': 'a' }), hashOf({ 'code/a.js': 'a' }));
  });

  it('hashes only what "files" publishes, the named modules, main and package.json', () => {
    const published = { files: ['./code/**/*.js', '!code/x.js', 'data/'], main: './main.js' };
    const first = hashOf({ 'code/a.js': 'a' }, published);
    for (const path of ['notes.md', 'runs/1/big', 'codes/a.js']) {
      assert.equal(hashOf({ 'code/a.js': 'a', [path]: 'b' }, published), first, path);
    }
    for (const path of ['code/deep/b.js', 'data/words.txt', 'main.js']) {
      assert.notEqual(hashOf({ 'code/a.js': 'a', [path]: 'b' }, published), first, path);
    }
    assert.notEqual(hashOf({ 'code/a.js': 'a' }, { ...published, version: '1.0.1' }), first);
    assert.notEqual(hashOf({ 'a.prorl': `${header}export let x = 2\n`, 'code/a.js': 'a' }, published), first);
    // A pattern that may match anywhere counts everything.
    const anywhere = { files: ['*.prorl'] };
    assert.notEqual(hashOf({ 'notes.md': 'b' }, anywhere), hashOf({}, anywhere));
  });

  it('pins prorl itself by its modules, whatever form its code has', () => {
    const hash = (files: Record<string, string>): string | undefined =>
      load({ ...main('import { sums } from "prorl/tasks"\n'), ...files }).libraries[0]?.hash;
    assert.equal(
      hash({ '/prorl/dist/stdlib/tasks/sums.js': '1', '/prorl/stdlib/tasks/sums.ts': '2' }),
      hash({}),
    );
    assert.notEqual(
      hash({ '/prorl/stdlib/stages.prorl': `${header}export stage other = reinforce\n` }),
      hash({}),
    );
  });

  it('finds code beside the module that names it', () => {
    const files = { ...standard, ...main('import { sums, words } from "prorl/tasks"\n') };
    const workspace = memoryWorkspace(files);
    const { entry } = loadModules('/project/main.prorl', workspace);
    const where = (name: string): ReturnType<typeof findCode> => {
      const binding = entry?.scope.get(name);
      assert.ok(binding?.declaration.kind === 'TaskDeclaration' && binding.declaration.value.kind === 'Call');
      const path = binding.declaration.value.arguments[0]?.value;
      assert.ok(path?.kind === 'StringLiteral');
      return findCode(path, binding.module, '/project/main.prorl', workspace);
    };
    assert.deepEqual(where('sums'), { code: { module: 'stdlib/tasks/sums', library: 'prorl' } });
    const missing = where('words');
    assert.ok('problem' in missing && missing.problem.code === 'M0211');
  });

  const broken: Record<string, Record<string, string>> = {
    'missing-file': main('import { a } from "./lib"\n'),
    'file-without-ending': {
      ...main('import { a } from "./lib"\n'),
      '/project/lib.prorl': `${header}export let a = 1\n`,
    },
    'unknown-package': main('import { zebra } from "@acme/logic"\n'),
    'misspelt-package': main('import { sums } from "prorll/tasks"\n'),
    'file-as-package': {
      ...main('import { a } from "lib.prorl"\n'),
      '/project/lib.prorl': `${header}export let a = 1\n`,
    },
    'package-without-modules': {
      ...main('import { zebra } from "@acme/logic"\n'),
      ...library({ name: '@acme/logic' }, {}),
    },
    'broken-manifest': {
      ...main('import { zebra } from "@acme/logic"\n'),
      ...library({ prorl: { modules: [] } }, {}),
    },
    'manifest-no-json': { ...main('import { zebra } from "@acme/logic"\n'), ...library('{"prorl": ', {}) },
    'manifest-leaves-package': {
      ...main('import { zebra } from "@acme/logic"\n'),
      ...library({ prorl: { modules: { '.': '../../main.prorl' } } }, {}),
    },
    'missing-module': main('import { sums } from "prorl/task"\n'),
    'module-file-missing': {
      ...main('import { zebra } from "@acme/logic"\n'),
      ...library({ prorl: { modules: { '.': 'a.prorl' } } }, {}),
    },
    'not-exported': main('import { sum, hidden, unheard_of } from "prorl/tasks"\n'),
    'own-not-exported': {
      ...main('import { a } from "./lib.prorl"\n'),
      '/project/lib.prorl': `${header}let a = 1\n`,
    },
    cycle: {
      ...main('import { a } from "./a.prorl"\nexport let x = 1\n'),
      '/project/a.prorl': `${header}import { b } from "./b.prorl"\nexport let a = 1\n`,
      '/project/b.prorl': `${header}import { x } from "./main.prorl"\nexport let b = 1\n`,
    },
    'imports-itself': main('import { a } from "./main.prorl"\nexport let a = 1\n'),
    clash: main('import { sums } from "prorl/tasks"\nlet sums = 3\nlet twice = 1\nlet twice = 2\n'),
    'clash-of-imports': {
      ...main('import { sums } from "prorl/tasks"\nimport { sums } from "./a.prorl"\n'),
      '/project/a.prorl': `${header}export let sums = 1\n`,
    },
    'imported-twice': main('import { sums, sums } from "prorl/tasks"\n'),
    'leaves-package': main('import { a } from "../elsewhere/a.prorl"\n'),
    'bad-path': main(
      'import { a } from "https://example.org/a.prorl"\nimport { b } from "/a.prorl"\nimport { c } from ".\\\\a.prorl"\nimport { d } from ""\n',
    ),
    'library-with-errors': {
      ...main('import { a } from "./lib.prorl"\n'),
      '/project/lib.prorl': `${header}export let a 1\n`,
    },
    'ambiguous-in-package': {
      ...main('import { zebra } from "@acme/logic"\n'),
      ...library(
        { prorl: { modules: { a: 'a.prorl', b: 'b.prorl' } } },
        { 'a.prorl': `${header}export let zebra = 1\n`, 'b.prorl': `${header}export let zebra = 2\n` },
      ),
    },
  };
  for (const [name, files] of Object.entries(broken)) {
    it(`reports ${name}`, () => {
      const { diagnostics, sources } = load(files);
      assert.notEqual(diagnostics.length, 0);
      const rendered =
        diagnostics.map((d) => renderDiagnostic(d, sources, { width: 90 })).join('\n\n') + '\n';
      const golden = new URL(`../../programs/bad/modules/${name}.txt`, import.meta.url);
      if (process.env['UPDATE'] === '1') writeFileSync(golden, rendered);
      assert.ok(existsSync(golden), `no golden message ${name}: run with UPDATE=1 and read what it writes`);
      assert.equal(rendered, readFileSync(golden, 'utf8'));
    });
  }

  it('reports an entry file that is not there', () => {
    const { entry, diagnostics } = load({});
    assert.equal(entry, null);
    assert.deepEqual(
      diagnostics.map((d) => d.code),
      ['M0201'],
    );
  });
});
