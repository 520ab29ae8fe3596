import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ProrlError } from '../../runtime/errors.ts';
import { loadTask, type TaskRef } from '../../runtime/tasks/index.ts';

const TASK = `{ name: 'zebra', generate: () => ({ prompt: 'p', answer: 'a' }), verify: () => ({ score: 1, correct: true }) }`;

describe('loading the code of a task', () => {
  let folder = '';

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'prorl-load-'));
    const files = {
      'package.json': '{ "type": "module" }',
      'mine.js': `export default ${TASK}; export const zebra = ${TASK};`,
      'typed.ts': `const task: unknown = ${TASK}; export default task;`,
      'deep/inner.mjs': `export default ${TASK};`,
      'broken.js': 'throw new Error("no luck");',
      'syntax.js': 'export const = 1;',
      'bad.js': [
        'export const number = 4, nothing = null;',
        'export const nameless = { generate() {}, verify() {} };',
        'export const verifierless = { name: "v", generate() {} };',
        'export const posing = { name: "p", generate: 4, verify() {} };',
        'export const solving = { name: "s", generate() {}, verify() {}, solve: "yes" };',
      ].join('\n'),
      'node_modules/@acme/logic/package.json':
        '{ "name": "@acme/logic", "type": "module", "exports": { ".": { "types": "./x.d.ts", "import": "./main.js" }, "./z": "./tasks/zebra.js" } }',
      'node_modules/@acme/logic/main.js': `export default ${TASK};`,
      'node_modules/@acme/logic/tasks/zebra.js': `export const zebra = ${TASK};`,
      'node_modules/plain/package.json': '{ "name": "plain", "type": "module", "main": "lib.js" }',
      'node_modules/plain/lib.js': `export default ${TASK};`,
      'node_modules/empty/package.json': '{ "name": "empty" }',
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const loaded: [what: string, ref: TaskRef, name: string][] = [
    ['of the standard library', { module: 'prorl:tasks/math/chain-sum', export: 'chainSum' }, 'chain_sum'],
    [
      'of the standard library, as a graph names it',
      { library: 'prorl', module: 'stdlib/tasks/math/gcd', export: 'gcd' },
      'gcd',
    ],
    ['beside the pipeline', { module: './mine.js' }, 'zebra'],
    ['by another export', { module: './mine', export: 'zebra' }, 'zebra'],
    ['beside the pipeline, as a graph names it', { module: 'deep/inner', library: null }, 'zebra'],
    ['in TypeScript', { module: './typed' }, 'zebra'],
    ['of a package as a whole', { module: '@acme/logic' }, 'zebra'],
    ['of a package, by its exports', { module: '@acme/logic/z', export: 'zebra' }, 'zebra'],
    ['of a package, by a file', { module: '@acme/logic/tasks/zebra', export: 'zebra' }, 'zebra'],
    ['of a package with a main', { module: 'plain' }, 'zebra'],
    ['of a library', { module: 'tasks/zebra', export: 'zebra', library: '@acme/logic' }, 'zebra'],
    ['of a library in a folder', { module: './inner', library: { name: 'deep', root: 'deep' } }, 'zebra'],
  ];
  for (const [what, ref, name] of loaded) {
    it(`finds one ${what}`, async () => {
      assert.equal((await loadTask(ref, folder)).name, name);
    });
  }

  it('finds a package from a folder further in', async () => {
    assert.equal((await loadTask({ module: 'plain' }, join(folder, 'deep'))).name, 'zebra');
  });

  const refused: [what: string, ref: TaskRef, message: RegExp, hint: RegExp, exitCode?: number][] = [
    [
      'an unknown standard task',
      { module: 'prorl:tasks/chain-sun' },
      /no module prorl:tasks\/chain-sun/,
      /chain-sum\?/,
    ],
    ['a way out of the library', { module: 'prorl:tasks/../tasks/gcd' }, /no (task )?module/, /Did you mean/],
    ['a missing file', { module: './none' }, /no task module \.\/none in/, /extension/],
    ['a folder', { module: './deep' }, /no (task )?module/, /extension/],
    [
      'a package that is not there',
      { module: 'absent/x' },
      /package absent is not installed/,
      /npm install absent/,
      4,
    ],
    ['a package without that file', { module: 'plain/none' }, /plain has no file none/, /exports/],
    ['a package with nothing to import', { module: 'empty' }, /empty has no file/, /exports/],
    ['a missing export', { module: './mine', export: 'lion' }, /exports no "lion"/, /default, zebra/],
    ['a module that throws', { module: './broken' }, /cannot be imported: no luck/, /Mend/],
    ['a module with an error in it', { module: './syntax' }, /cannot be imported/, /Mend/],
    ['a number', { module: './bad', export: 'number' }, /not a task: it is a number/, /interface/],
    ['null', { module: './bad', export: 'nothing' }, /it is null/, /interface/],
    ['a task with no name', { module: './bad', export: 'nameless' }, /its "name" is missing/, /interface/],
    [
      'a task with no verifier',
      { module: './bad', export: 'verifierless' },
      /its "verify" is missing/,
      /interface/,
    ],
    [
      'a task that cannot pose',
      { module: './bad', export: 'posing' },
      /its "generate" is a number/,
      /interface/,
    ],
    [
      'a task that cannot solve',
      { module: './bad', export: 'solving' },
      /its "solve" is a string/,
      /interface/,
    ],
  ];
  for (const [what, ref, message, hint, exitCode = 3] of refused) {
    it(`refuses ${what}`, async () => {
      await assert.rejects(loadTask(ref, folder), (error) => {
        assert.ok(error instanceof ProrlError, String(error));
        assert.match(error.message, message);
        assert.match(error.hint ?? '', hint);
        assert.equal(error.exitCode, exitCode);
        return true;
      });
    });
  }
});
