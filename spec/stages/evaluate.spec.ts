import assert from 'node:assert/strict';
import fc from 'fast-check';
import { constant, suiteMetrics, type MixtureEntry } from '../../runtime/graph/index.ts';
import { byteTokenizer } from '../../runtime/model/byte-tokenizer.ts';
import { drawSuite, shareOut, suiteReadings } from '../../runtime/stages/evaluate.ts';
import { splitOf } from '../../runtime/tasks/draw.ts';
import { copyLetter } from '../run/copy-letter.ts';

const entry = (name: string, kinds: number): MixtureEntry => ({
  name,
  task: {
    source: 'code',
    name: 'copy_letter',
    library: null,
    module: 'copy-letter',
    export: 'copyLetter',
    settings: { kinds },
  },
  domain: null,
  levels: null,
  weight: constant(1),
  from: 1,
  until: null,
});
const suite = { mixture: 'm', problems: 20, samples: 4, temperature: 1, topP: 1, maxTokens: 8, passAt: [4] };
const from = { seed: 5, tasks: () => copyLetter, tokenizer: byteTokenizer() };

describe('evaluate', () => {
  it('shares problems out by weight, every entry at least one', () => {
    assert.deepEqual(shareOut(100, [3, 1]), [75, 25]);
    assert.deepEqual(shareOut(10, [1, 1, 1]), [4, 3, 3]);
    // Half of the problems for the one that comes later, the rest by weight.
    assert.deepEqual(shareOut(100, [3, 1, 0, 0]), [38, 12, 25, 25]);
    assert.deepEqual(shareOut(90, [0, 0, 0]), [30, 30, 30]);
    const weights = fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 8, max: 500 }), (of, problems) => {
        const counts = shareOut(problems, of);
        assert.ok(counts.every((count) => count >= 1 && Number.isInteger(count)));
        const total = counts.reduce((sum, count) => sum + count, 0);
        assert.ok(total >= problems && total <= problems + of.length, `${total} of ${problems}`);
      }),
    );
  });

  it('draws the same held-out problems for the same seed, whatever else is in the mixture', async () => {
    const alone = await drawSuite('s', suite, { entries: [entry('a', 26)], curriculum: null }, [1], from);
    const beside = await drawSuite(
      's',
      { ...suite, problems: 40 },
      { entries: [entry('a', 26), entry('b', 20)], curriculum: null },
      [1, 1],
      from,
    );
    const prompts = (of: typeof alone, name: string) =>
      of.prompts.filter((prompt) => prompt.entry === name).map((prompt) => prompt.problem.prompt);
    assert.deepEqual(prompts(beside, 'a'), prompts(alone, 'a'));
    for (const { problem } of beside.prompts) assert.equal(splitOf('copy_letter', problem.prompt), 'heldout');
    assert.equal(new Set(prompts(alone, 'a')).size, 20, 'none twice');
    assert.notDeepEqual(
      prompts(
        await drawSuite('s', suite, { entries: [entry('a', 26)], curriculum: null }, [1], {
          ...from,
          seed: 6,
        }),
        'a',
      ),
      prompts(alone, 'a'),
    );
  });

  it('says where the settings hold too few problems', async () => {
    const held = await drawSuite(
      's',
      { ...suite, problems: 200 },
      { entries: [entry('a', 12)], curriculum: null },
      [1],
      from,
    );
    const [short] = held.short;
    assert.equal(short!.entry, 'a');
    assert.equal(short!.wanted, 200);
    assert.equal(held.prompts.length, short!.found);
    assert.ok(short!.found < 60);
  });

  it('gives its readings the names that the catalogue announces', () => {
    const measured = { 'pass@1': 0.5, 'pass@4': 0.75, length: 3, truncated: 0 };
    const readings = suiteReadings('s', {
      all: measured,
      tasks: { a: { ...measured, problems: 9 } },
      domains: { math: { ...measured, problems: 9 } },
    });
    assert.deepEqual(
      Object.keys(readings),
      suiteMetrics('s', suite, ['a'], ['math']).map((metric) => metric.name),
    );
  });
});
