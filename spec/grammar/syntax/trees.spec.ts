import assert from 'node:assert/strict';
import fc from 'fast-check';
import { format } from '../../../grammar/format/index.ts';
import { sameTree } from '../../../grammar/format/same-tree.ts';
import { parse } from '../../../grammar/parse.ts';
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

function bared(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'span' ? undefined : value)));
}
