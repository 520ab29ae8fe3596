import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { IToken } from 'chevrotain';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { tokenMatcher } from '../../grammar/chevrotain.ts';
import { lex } from '../../grammar/lex.ts';
import { makeSource } from '../../grammar/source.ts';
import * as t from '../../grammar/tokens.ts';
import { packageRoot } from '../../runtime/package-root.ts';

const programs = ['pipelines', 'stdlib', 'spec/programs', 'spec/programs/bad'].flatMap((folder) =>
  readdirSync(join(packageRoot, folder))
    .filter((name) => name.endsWith('.prorl'))
    .map((name) => `${folder}/${name}`),
);

/** What an editor may show each kind of token as. A word may name a field anywhere, and by mistake a declaration. */
const shown: readonly (readonly [is: (token: IToken) => boolean, scopes: RegExp])[] = [
  [(one) => one.tokenType === t.DocComment, /^comment\.line\.documentation/],
  [(one) => one.tokenType === t.LineComment, /^comment\.line\.double-slash/],
  [(one) => one.tokenType === t.BlockComment, /^comment\.block/],
  [(one) => one.tokenType === t.StringToken, /^(string\.quoted|constant\.character\.escape)/],
  [(one) => one.tokenType === t.NumberToken, /^constant\.numeric/],
  [
    (one) => [t.And, t.Or, t.Not].some((word) => one.tokenType === word),
    /^(keyword\.operator\.word|entity\.name\.type)/,
  ],
  [(one) => tokenMatcher(one, t.Identifier), /^(variable|entity|support|keyword|storage|constant\.language)/],
  [
    (one) =>
      [t.DotDot, t.GreaterEqual, t.LessEqual, t.EqualEqual, t.Equals, t.Star].some(
        (s) => one.tokenType === s,
      ),
    /^keyword\.operator/,
  ],
];

/** The scope of each character of a text, by its offset. */
function scopesOf(grammar: IGrammar, text: string): string[] {
  const out: string[] = [];
  let stack = textmate.INITIAL;
  for (const line of text.split(/(?<=\n)/)) {
    const found = grammar.tokenizeLine(line, stack);
    stack = found.ruleStack;
    for (const { startIndex, endIndex, scopes } of found.tokens)
      for (let i = startIndex; i < Math.min(endIndex, line.length); i++) out.push(scopes.at(-1)!);
  }
  return out;
}

describe('the TextMate grammar', () => {
  let grammar: IGrammar;
  before(async () => {
    const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
    await oniguruma.loadWASM(readFileSync(wasm));
    const path = join(packageRoot, 'grammar/vscode/syntaxes/prorl.tmLanguage.json');
    const registry = new textmate.Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text) => new oniguruma.OnigString(text),
      }),
      loadGrammar: async (scope) =>
        scope === 'source.prorl' ? textmate.parseRawGrammar(readFileSync(path, 'utf8'), path) : null,
    });
    grammar = (await registry.loadGrammar('source.prorl'))!;
  });

  it('shows each token of every readable program as what the lexer takes it for', () => {
    let compared = 0;
    for (const name of programs) {
      const text = readFileSync(join(packageRoot, name), 'utf8');
      const { tokens, comments, diagnostics } = lex(makeSource(name, text));
      if (diagnostics.length > 0) continue;
      const scopes = scopesOf(grammar, text);
      for (const token of [...tokens, ...comments]) {
        const kind = shown.find(([is]) => is(token));
        if (kind === undefined) continue;
        const where = `${name}:${token.startLine}: ${token.image}`;
        for (const at of [token.startOffset, token.endOffset!])
          assert.match(scopes[at] ?? '', kind[1], where);
        compared++;
      }
    }
    assert.ok(compared > 10_000, `${compared} tokens`);
  });

  it('shows what names are declared as, units, and fields that are called like words', () => {
    const text =
      'model nano = bundled("n")\nlet a: Count<steps> = 25 steps\nstage s = grpo {\n  keep: 1\n}\n';
    const scopes = scopesOf(grammar, text);
    const at = (word: string): string => scopes[text.indexOf(word)]!;
    assert.equal(at('model'), 'storage.type.prorl');
    assert.equal(at('nano'), 'entity.name.type.prorl');
    assert.equal(at('bundled'), 'entity.name.function.prorl');
    assert.equal(at('Count'), 'support.type.prorl');
    assert.equal(scopes[text.indexOf('25 steps') + 3], 'support.constant.unit.prorl');
    assert.equal(at('keep'), 'variable.other.property.prorl');
  });
});
