import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Diagnostic } from '../../../grammar/index.ts';
import { compileText, said } from '../../support/compile.ts';

const folder = new URL('../../programs/bad/', import.meta.url);
const main = '/project/main.prorl';

/** The text with one fix made. */
function mended(text: string, { fix }: Diagnostic): string {
  const edits = fix!.edits.toSorted((a, b) => b.span.start - a.span.start);
  return edits.reduce(
    (all, { span, text: put }) => all.slice(0, span.start) + put + all.slice(span.end),
    text,
  );
}

/** How often each message is given, wherever it stands. */
function counted(all: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code, message } of all) {
    const key = `${code} ${message}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

describe('fixes', () => {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.prorl'))) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const before = compileText(text).diagnostics;
    const fixable = before.filter(({ fix }) => fix !== undefined && fix.edits.length > 0);
    if (fixable.length === 0) continue;
    it(`of ${name} take their mistakes away and bring no other`, () => {
      for (const one of fixable) {
        assert.ok(one.fix!.edits.every(({ span }) => span.file === main));
        const after = compileText(mended(text, one));
        const [was, is] = [counted(before), counted(after.diagnostics)];
        const key = `${one.code} ${one.message}`;
        assert.ok((is.get(key) ?? 0) < was.get(key)!, `still there after "${one.fix!.title}": ${key}`);
        // One of syntax may have hidden others, and so may a name that was not imported: a stage without its base is
        // not read. Neither ever brings another of syntax or of imports.
        const syntax = (all: readonly Diagnostic[]): number =>
          all.filter(({ code }) => /^[PM]/.test(code)).length;
        const hid = one.code.startsWith('P') || one.fix!.title.startsWith('import it: ');
        const brings = `"${one.fix!.title}" brings:\n${said(after)}`;
        if (hid) assert.ok(syntax(after.diagnostics) <= syntax(before), brings);
        else for (const [other, count] of is) assert.ok(count <= (was.get(other) ?? 0), brings);
      }
    });
  }
});
