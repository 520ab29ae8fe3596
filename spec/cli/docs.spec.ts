import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Docs } from '../../grammar/docs/index.ts';
import { logic, project, put } from './libraries.ts';
import { inFolder, prorl } from './prorl.ts';

describe('prorl docs', function () {
  this.timeout(60_000);

  it('describes every export of an installed package, with a sample of each task that needs nothing', async () => {
    await inFolder(async (cwd) => {
      project(cwd);
      const { stdout, stderr, exitCode } = await prorl(['docs', '@acme/logic', '--format', 'json'], { cwd });
      assert.equal(exitCode, 0, stderr);
      const { format, libraries } = JSON.parse(stdout) as Docs;
      assert.equal(format, 'prorl-docs/1');
      const [library] = libraries;
      assert.equal(library?.version, '1.4.0');
      assert.deepEqual(
        library.modules.map(({ from, exports }) => [
          from,
          exports.map(({ kind, name }) => `${kind} ${name}`),
        ]),
        [
          [
            '@acme/logic',
            ['task one_more', 'task needs', 'mixture both', 'suite exam', 'trigger far', 'stage learn'],
          ],
          ['@acme/logic/parts', ['schedule slow']],
        ],
      );
      const [task, needs, mixture, , , stage] = library.modules[0]!.exports;
      assert.deepEqual(task?.parameters, [
        { name: 'value', type: 'Range', bounds: '0..9999', default: '0..999', doc: 'Where | it starts.' },
      ]);
      const [, asked = ''] = /^one_more (\d+)\?$/.exec(task?.sample?.prompt ?? '') ?? [];
      assert.equal(task?.sample?.answer, String(Number(asked) + 1));
      assert.equal(task?.sample?.solution, `<answer>${Number(asked) + 1}</answer>`);
      assert.equal(needs?.sample, undefined);
      assert.equal(needs?.parameters[0]?.default, null);
      assert.equal(mixture?.definition, 'mixture both {\n  one_more: 2\n  next:     slow\n}');
      assert.deepEqual(
        stage?.parameters.map(({ name, type, default: preset }) => [name, type, preset]),
        [
          ['mix', 'Mixture', null],
          ['most', 'Count<tokens>', '6 tokens'],
        ],
      );
      assert.equal(stage?.doc, 'Small steps.');
    });
  });

  it('is Markdown by default, and HTML that escapes what authors write', async () => {
    await inFolder(async (cwd) => {
      project(cwd);
      const markdown = (await prorl(['docs', '@acme/logic'], { cwd })).stdout;
      assert.match(markdown, /^# @acme\/logic 1\.4\.0\n\nRiddles & more\n\n## @acme\/logic\n/);
      assert.match(
        markdown,
        /^\| `value` \| `Range in 0\.\.9999` \| `0\.\.999` \| Where \\\| it starts\. \|$/m,
      );
      assert.match(markdown, /^\| `mix` \| `Mixture` \| required \| {2}\|$/m);
      assert.match(markdown, /^problem: {3}one_more \d+\?$/m);
      assert.equal((await prorl(['docs', '@acme/logic'], { cwd })).stdout, markdown, 'the same every time');
      const html = (await prorl(['docs', '@acme/logic', '--format', 'html'], { cwd })).stdout;
      assert.match(html, /^<!doctype html>[^]*<h1>@acme\/logic 1\.4\.0<\/h1>\n<p>Riddles &amp; more<\/p>/);
      assert.match(html, /Counts &lt;on&gt;\./);
      assert.ok(!html.includes('<on>'));
    });
  });

  it('takes a module, a folder, a file, and the package at hand', async () => {
    await inFolder(async (cwd) => {
      project(cwd);
      const folder = join(cwd, 'node_modules', '@acme', 'logic');
      const parts = (await prorl(['docs', '@acme/logic/parts'], { cwd })).stdout;
      assert.match(parts, /## @acme\/logic\/parts/);
      assert.ok(!parts.includes('one_more'));
      const whole = (await prorl(['docs', '@acme/logic'], { cwd })).stdout;
      assert.equal((await prorl(['docs', './node_modules/@acme/logic'], { cwd })).stdout, whole);
      assert.equal((await prorl(['docs'], { cwd: folder })).stdout, whole);
      const file = (await prorl(['docs', 'logic.prorl'], { cwd: folder })).stdout;
      assert.match(file, /^# logic\.prorl\n\n## \.\/logic\.prorl/);
      assert.match(file, /^problem: {3}one_more \d+\?$/m);
    });
  });

  it('shows a solution of each task of the standard library', async () => {
    const { stdout, exitCode } = await prorl(['docs', 'prorl', '--format', 'json']);
    assert.equal(exitCode, 0);
    const tasks = (JSON.parse(stdout) as Docs).libraries[0]!.modules.flatMap(({ from, exports }) =>
      exports.filter(({ kind }) => kind === 'task').map((task) => ({ ...task, from })),
    );
    const ofPackage = tasks.filter(({ from }) => from === 'prorl/reasoning-gym');
    assert.ok(tasks.length - ofPackage.length >= 16);
    assert.equal(ofPackage.length, 105);
    for (const { from, name, doc, parameters, sample } of tasks) {
      assert.notEqual(doc, '', name);
      for (const parameter of parameters) assert.notEqual(parameter.doc, '', `${name}(${parameter.name})`);
      if (from === 'prorl/reasoning-gym') {
        assert.equal(sample, undefined, `${name} needs Python`);
        continue;
      }
      // Instructions are followed by the whole response; all other answers stand in their tag, at the end.
      const ending = name === 'follow_instructions' ? sample?.answer : `<answer>${sample?.answer}</answer>`;
      assert.ok(sample?.solution?.endsWith(ending!), name);
    }
  });

  it('says why there is nothing to describe', async () => {
    await inFolder(async (cwd) => {
      project(cwd);
      const folder = join(cwd, 'node_modules', '@acme', 'logic');
      put(cwd, { 'node_modules/plain/package.json': '{}', 'node_modules/cut/package.json': '{' });
      put(cwd, { 'node_modules/out/package.json': '{ "prorl": { "modules": { "a": "../a.prorl" } } }' });
      for (const [args, message] of [
        [
          ['unheard-of'],
          /no file, folder or installed package unheard-of\.\nhelp: +Install it: npm install unheard-of/,
        ],
        [['gone.prorl'], /Cannot read gone\.prorl: there is no such file/],
        [
          ['plain'],
          /plain cannot be documented: its package\.json has no "prorl" entry\.\nhelp: .*"modules"/,
        ],
        [['cut'], /cut cannot be documented: its package\.json is broken: it is not JSON/],
        [['out'], /the path of its module "a" leaves the package: \.\.\/a\.prorl/],
        [['@acme/logic/part'], /has no module "part"\.\nhelp: +Its modules are \., parts\./],
        [[], /cannot be documented: its package\.json has no "prorl" entry/],
      ] as const) {
        const { exitCode, stderr, stdout } = await prorl(['docs', ...args], { cwd });
        assert.match(stderr, message);
        assert.equal(exitCode, 3, stderr);
        assert.equal(stdout, '');
      }
      put(folder, { 'dist/tasks/one-more.js': 'throw new Error("not today");' });
      const broken = await prorl(['docs', '@acme/logic'], { cwd });
      assert.equal(broken.exitCode, 3);
      assert.match(broken.stderr, /dist\/tasks\/one-more cannot be imported: not today/);
      assert.equal((await prorl(['docs', '@acme/logic', '--no-samples'], { cwd })).exitCode, 0);
      put(folder, { 'logic.prorl': logic['logic.prorl']!.replace('0..999\n', '0..99999\n') });
      const wrong = await prorl(['docs', '@acme/logic'], { cwd });
      assert.equal(wrong.exitCode, 3);
      assert.match(wrong.stderr, /error\[T03\d\d\]/);
    });
  });
});
