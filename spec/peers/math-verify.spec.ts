import assert from 'node:assert/strict';
import { join } from 'node:path';
import { execa } from 'execa';
import { sameAnswer } from '../../stdlib/verifiers/math/same-answer.ts';
import { pairs } from '../stdlib/verifiers/math-classes.ts';
import { disagreements } from './math-verify-judged.ts';
import { describePeers, python } from './python.ts';

describePeers('the math verifier beside math-verify', function () {
  this.timeout(180_000);

  it('differs only where it was judged, over more than a thousand pairs', async () => {
    const all = pairs();
    assert.ok(all.length >= 500);
    const input = all.map(({ given, expected }) => JSON.stringify({ given, expected })).join('\n') + '\n';
    const { stdout } = await execa({ input })`${python} ${join(import.meta.dirname, 'math_verify_pairs.py')}`;
    const theirs = stdout.split('\n').map((line) => JSON.parse(line) as boolean);
    assert.equal(theirs.length, all.length);

    const parted = all
      .map(({ given, expected }, i) => ({
        given,
        expected,
        same: sameAnswer(given, expected),
        theirs: theirs[i]!,
      }))
      .filter(({ same, theirs: other }) => same !== other)
      .map(({ given, expected, same }) => say(given, expected, same));
    const judged = disagreements.flatMap((one) =>
      one.pairs.map(([given, expected]) => say(given, expected, one.same)),
    );
    // Neither one that nobody judged, nor one that is none any more: a change on either side shows.
    assert.deepEqual([...parted].sort(), [...judged].sort());
    console.log(`      ${all.length} pairs, ${parted.length} disagreements, each judged`);
  });
});

function say(given: string, expected: string, same: boolean): string {
  return `prorl says that ${given} ${same ? 'is' : 'is not'} ${expected}`;
}
