import assert from 'node:assert/strict';
import { join } from 'node:path';
import { execa } from 'execa';
import { sameAnswer } from '../../stdlib/verifiers/math/same-answer.ts';
import { pairs, type Pair } from '../stdlib/verifiers/math-classes.ts';
import { describePeers, python } from './python.ts';

/**
 * Where math-verify 0.9.0 and prorl part, and why prorl judges as it does. Each disagreement must fall under one
 * of these, and each of these must be needed: a change on either side shows.
 */
const judgements: readonly { readonly about: RegExp; readonly prorl: boolean; readonly why: string }[] = [
  { about: /overline/, prorl: true, why: 'A repeating decimal is the fraction that it repeats to.' },
  { about: /42\.$/, prorl: true, why: 'A closing full stop belongs to the sentence.' },
  { about: /1\\,234/, prorl: true, why: 'A thin space between thousands is typography.' },
  { about: /\de-?\d/, prorl: true, why: '3.2e5 is how programs write 3.2 × 10⁵.' },
  { about: /10\^\{2[23]\}/, prorl: true, why: 'Powers of ten are exact; the peer rounds in floating point.' },
  { about: /sqrt\{-4\}/, prorl: true, why: 'The square root of -4 is 2i.' },
  { about: /^pi$/, prorl: true, why: 'pi without a backslash is π.' },
  { about: /varnothing/, prorl: true, why: 'Both signs mean the empty set.' },
  { about: /langle/, prorl: true, why: 'Angle brackets write a vector.' },
  {
    about: /(<|>|\\le|\\ge)/,
    prorl: true,
    why: 'An inequality in one variable says the same as its interval.',
  },
  { about: /^5 = x$/, prorl: true, why: 'An equation may be read from either side.' },
  { about: /^[Ee]ast$/, prorl: true, why: 'Capitals do not change a word.' },
  { about: /text\{ (m|mm|foot|hours)\}/, prorl: true, why: 'Units of one kind convert.' },
  { about: /°/, prorl: true, why: 'The degree sign is ^\\circ.' },
  { about: /km\/h/, prorl: true, why: 'A unit means the same with and without \\text.' },
  { about: /^(on|No)$/, prorl: false, why: 'The peer multiplies the letters of words: n · o is o · n.' },
];

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
      .map((pair, i) => ({ ...pair, ours: sameAnswer(pair.given, pair.expected), theirs: theirs[i]! }))
      .filter(({ ours, theirs: other }) => ours !== other);
    const judged = (pair: Pair & { ours: boolean }): number =>
      judgements.findIndex(
        ({ about, prorl }) => prorl === pair.ours && (about.test(pair.given) || about.test(pair.expected)),
      );
    assert.deepEqual(
      parted.filter((pair) => judged(pair) < 0),
      [],
      'disagreements that nobody judged',
    );
    const used = new Set(parted.map(judged));
    assert.deepEqual(
      judgements.filter((_, i) => !used.has(i)).map(({ why }) => why),
      [],
      'judgements that no pair needs',
    );
    console.log(`      ${all.length} pairs, ${parted.length} disagreements, each judged`);
  });
});
