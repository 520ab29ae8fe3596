import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { renderDiagnostic } from '../../../grammar/diagnostics/index.ts';
import { parse } from '../../../grammar/parse.ts';

const folder = new URL('../../programs/bad/', import.meta.url);
const programs = readdirSync(folder).filter((name) => name.endsWith('.prorl'));

/** Programs whose text is not for eyes: the golden message shows what matters of it. */
describe('broken programs', () => {
  for (const name of programs) {
    const golden = new URL(name.replace(/\.prorl$/, '.txt'), folder);
    // Programs of the later stages of the compiler keep their messages beside theirs.
    const text = readFileSync(new URL(name, folder), 'utf8');
    const { diagnostics } = parse(name, text);
    if (diagnostics.length === 0) continue;
    it(name, () => {
      const sources = new Map([[name, text]]);
      const rendered =
        diagnostics.map((d) => renderDiagnostic(d, sources, { width: 90 })).join('\n\n') + '\n';
      if (process.env['UPDATE'] === '1') writeFileSync(golden, rendered);
      assert.ok(
        existsSync(golden),
        `there is no golden message for ${name}: run with UPDATE=1 and read what it writes`,
      );
      assert.equal(rendered, readFileSync(golden, 'utf8'));
      assert.ok(
        diagnostics.every((d) => d.reason !== undefined || d.fix !== undefined),
        'each message says why or how to mend it',
      );
    });
  }
});
