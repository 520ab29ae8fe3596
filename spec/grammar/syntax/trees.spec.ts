import assert from 'node:assert/strict';
import type { TokenType } from 'chevrotain';
import fc from 'fast-check';
import { balance } from '../../../grammar/brackets.ts';
import { format } from '../../../grammar/format/index.ts';
import { sameTree } from '../../../grammar/format/same-tree.ts';
import { lex } from '../../../grammar/lex.ts';
import { parse, parseTokens } from '../../../grammar/parse.ts';
import { SyntaxNode } from '../../../grammar/syntax-node.ts';
import { ProrlParser } from '../../../grammar/parser.ts';
import { makeSource } from '../../../grammar/source.ts';
import type { Part } from '../../../scripts/railroad.ts';
import { sourceFile } from './arbitrary.ts';
import { choices } from './choices.ts';
import { printTree } from './print.ts';

/** PRORL_TREES: how many are tried. */
const parameters = { numRuns: Number(process.env['PRORL_TREES'] ?? 120) };

describe('generated trees', function () {
  this.timeout(600_000);

  it('are what is parsed of their text, in every layout', () => {
    fc.assert(
      fc.property(sourceFile, choices, (tree, numbers) => {
        const { text } = printTree(tree, numbers);
        const { file, diagnostics } = parse('a.prorl', text);
        assert.deepEqual(
          diagnostics.map((one) => one.message),
          [],
          text,
        );
        assert.ok(sameTree(file, tree), `${text}\n${JSON.stringify(bared(file))}\n${JSON.stringify(tree)}`);
      }),
      parameters,
    );
  });

  it('keep their meaning and each comment once when they are formatted, once and for all', () => {
    fc.assert(
      fc.property(sourceFile, choices, (tree, numbers) => {
        const { text, comments } = printTree(tree, numbers);
        const once = format('a.prorl', text).text;
        assert.ok(once !== null, text);
        assert.ok(sameTree(parse('a.prorl', once).file, tree), text);
        for (const one of comments)
          assert.equal(once.split(one).length, 2, `${one} is there once:\n${text}\n-----\n${once}`);
        assert.equal(format('a.prorl', once).text, once, `formatting again changes it; from\n${text}`);
      }),
      parameters,
    );
  });
});

describe('the grammar', function () {
  this.timeout(120_000);

  it('has no rule, and no place for a rule or token in one, that the generated trees leave unused', () => {
    const used = new Set<string>();
    const note = (node: SyntaxNode): void => {
      for (const [name, one] of node) {
        if (one instanceof SyntaxNode) {
          used.add(`${node.name}: ${name}`);
          note(one);
        } else for (const type of kinds(one.tokenType)) used.add(`${node.name}: ${name} ${type.name}`);
      }
    };
    fc.assert(
      fc.property(sourceFile, choices, (tree, numbers) => {
        const source = makeSource('a.prorl', printTree(tree, numbers).text);
        note(parseTokens(balance(source, lex(source).tokens).tokens));
      }),
      { numRuns: 300 },
    );
    const places = new ProrlParser().getSerializedGastProductions().flatMap(placesOf);
    assert.ok(places.length > 100, `${places.length} places`);
    const unused = [...new Set(places)].filter((one) => !used.has(one) && !onlyWrong.has(one));
    assert.deepEqual(unused, []);
  });
});

/** Taken only where something is written wrongly, to say so. */
const onlyWrong = new Set([
  'import: importedName', // import a from "..."
  'field: Equals Equals', // a = 1 within a block
  'assignment: Colon Colon', // let a: 1
  'argument: Equals Equals', // f(a = 1)
  'condition: Sign Equals', // when a = 1
]);

/** A type of token with those of which it is a kind. */
function kinds(type: TokenType): TokenType[] {
  return [type, ...(type.CATEGORIES ?? [])];
}

/** The places within a rule where a rule or a token may stand. */
function placesOf(rule: unknown): string[] {
  const within = (part: Part): string[] => {
    if (part.type === 'Terminal') return [`${part.terminalLabel ?? part.name} ${part.name}`];
    if (part.type === 'NonTerminal') return [part.label ?? part.name!];
    return (part.definition ?? []).flatMap(within);
  };
  return within(rule as Part).map((one) => `${(rule as Part).name}: ${one}`);
}

function bared(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'span' ? undefined : value)));
}
