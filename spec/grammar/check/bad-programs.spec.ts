import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { engineProblems, type Compilation } from '../../../grammar/index.ts';
import { engines } from '../../../runtime/graph/index.ts';
import { codes } from '../../../grammar/diagnostics/index.ts';
import { compileText, said } from '../../support/compile.ts';

const folder = new URL('../../programs/bad/', import.meta.url);
/** Those that parse: each is named by the code that it is about. */
const programs = readdirSync(folder).filter((name) => /^[ntsgmc]\d{4}-.*\.prorl$/.test(name));

/** A program as `prorl check` sees it; a first line `// --engine NAME` stands for that option. */
function compiledFor(text: string): Compilation {
  const compilation = compileText(text);
  const name = /^\/\/ --engine (\S+)/.exec(text)?.[1];
  const engine = engines.find((one) => one.name === name);
  const { graph } = compilation;
  if (engine === undefined || graph === null) return compilation;
  const lacking = engineProblems(graph, engine, { ...compilation, file: '/project/main.prorl' });
  return { ...compilation, diagnostics: [...compilation.diagnostics, ...lacking] };
}

describe('programs that mean nothing', () => {
  for (const name of programs) {
    it(name, () => {
      const golden = new URL(name.replace(/\.prorl$/, '.txt'), folder);
      const text = readFileSync(new URL(name, folder), 'utf8');
      const compilation = compiledFor(text);
      const found = compilation.diagnostics.map((one) => one.code.toLowerCase());
      assert.ok(
        found.includes(name.slice(0, 5) as never),
        `no ${name.slice(0, 5)} among ${found.join(', ')}`,
      );
      const rendered = `${said(compilation)}\n`;
      if (process.env['UPDATE'] === '1') writeFileSync(golden, rendered);
      assert.ok(
        existsSync(golden),
        `there is no golden message for ${name}: run with UPDATE=1 and read what it writes`,
      );
      assert.equal(rendered, readFileSync(golden, 'utf8'));
      const errors = compilation.diagnostics.some((one) => one.severity === 'error');
      if (errors && !/^\/\/ --engine/.test(text)) assert.equal(compilation.graph, null);
      for (const { primary, reason, fix } of compilation.diagnostics) {
        assert.ok(primary.span.end > primary.span.start, 'a message points at something');
        assert.ok(
          primary.text !== '' || reason !== undefined || fix !== undefined,
          'a message says more than what is wrong',
        );
      }
    });
  }

  it('has one for every code of names, types, schedules and the program', () => {
    // Chosen by the command line, not by the program; and a net below all the other checks.
    const elsewhere = ['G0517', 'G0525'];
    const ours = Object.keys(codes).filter((code) => /^[NTSGC]/.test(code) && !elsewhere.includes(code));
    const covered = new Set(programs.map((name) => name.slice(0, 5).toUpperCase()));
    assert.deepEqual(
      ours.filter((code) => !covered.has(code)),
      [],
    );
  });
});
