import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { lex } from '../../../grammar/lex.ts';
import { parse } from '../../../grammar/parse.ts';
import { makeSource } from '../../../grammar/source.ts';
import { graphHash } from '../../../runtime/graph/index.ts';
import { compileText, said } from '../../support/compile.ts';

const folder = new URL('../../../', import.meta.url);

/** Programs of every kind of declaration, the shipped ones among them. */
const programs = [
  'pipelines/quickstart.prorl',
  'pipelines/prorl-v1.prorl',
  'pipelines/prorl-v2.prorl',
  'pipelines/five-domains.prorl',
  'spec/programs/sketch.prorl',
  'spec/programs/whole.prorl',
  'spec/programs/metric-schedules.prorl',
  'spec/programs/curriculum.prorl',
].map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }));

/** The programs' graphs name no file of the checkout, so their paths do not matter here. */
function hashOf(text: string): string {
  const compilation = compileText(text);
  const errors = compilation.diagnostics.filter((one) => one.severity === 'error');
  assert.equal(errors.length === 0 ? '' : said(compilation), '');
  return graphHash(compilation.graph!);
}

/** A text as its edition and imports, and its declarations with what stands above each of them. */
function pieces(text: string): { head: string; declarations: string[] } {
  const { file } = parse('main.prorl', text);
  const ends = file.declarations.map(({ span }) => span.end);
  const last = file.imports.at(-1) ?? file.edition!;
  const starts = [last.span.end, ...ends.slice(0, -1)];
  return {
    head: text.slice(0, last.span.end),
    declarations: starts.map((start, i) => text.slice(start, ends[i])),
  };
}

/** The same tokens with other room between them: line breaks stay line breaks, and comments may stand anywhere. */
function respaced(text: string, numbers: readonly number[]): string {
  const source = makeSource('main.prorl', text);
  const { tokens, comments } = lex(source);
  const all = [...tokens, ...comments].sort((a, b) => a.startOffset - b.startOffset);
  let next = 0;
  const choose = (of: readonly string[]): string => of[(numbers[next++ % numbers.length] ?? 0) % of.length]!;
  let written = '';
  let end = 0;
  for (const token of all) {
    const gap = text.slice(end, token.startOffset);
    if (gap.includes('\n'))
      written += choose(['\n', '\n\n\n', '\n    ', '\r\n', '\n\t', ' // aside\n', '\n/* aside */\n']);
    else if (gap !== '') written += choose([' ', '   ', '\t', ' /* aside */ ']);
    written += token.image;
    end = token.startOffset + token.image.length;
  }
  return `${written}\n`;
}

describe('a graph', function () {
  this.timeout(120_000);
  const numbers = fc.array(fc.nat(1000), { minLength: 20, maxLength: 200 });

  for (const { file, text } of programs) {
    it(`of ${file} is the same in any order of declarations`, () => {
      const expected = hashOf(text);
      const { head, declarations } = pieces(text);
      assert.ok(declarations.length > 2);
      fc.assert(
        fc.property(fc.shuffledSubarray(declarations, { minLength: declarations.length }), (order) => {
          assert.equal(hashOf(`${head}\n${order.join('\n')}\n`), expected);
        }),
        { numRuns: 8 },
      );
    });

    it(`of ${file} is the same in any layout`, () => {
      const expected = hashOf(text);
      fc.assert(
        fc.property(numbers, (choices) => {
          assert.equal(hashOf(respaced(text, choices)), expected);
        }),
        { numRuns: 8 },
      );
    });
  }
});
