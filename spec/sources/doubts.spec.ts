import assert from 'node:assert/strict';
import { ProrlError } from '../../runtime/errors.ts';
import { choice } from '../../stdlib/verifiers/choice.ts';
import { math } from '../../stdlib/verifiers/math.ts';
import { quantity } from '../../stdlib/verifiers/quantity.ts';
import { Folder, jsonl, sums } from './data.ts';

/** As GSM8K has them: a worked solution, and the answer on its last line. */
const worked = sums(20).map(({ prompt, answer }) => ({
  prompt,
  answer: `${prompt} <<${prompt}${answer}>>${answer}`,
  marked: `${prompt} <<${prompt}${answer}>>${answer}\n#### ${answer}`,
  steps: `First add 1.\nThat makes ${answer}`,
}));

const marked = { prompt: 'prompt', answer: 'marked', worked: null };
const steps = { prompt: 'prompt', answer: 'steps', worked: null };

describe('reference answers of a data set', () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder()));
  afterEach(() => folder.remove());

  const open = async (rows: readonly unknown[], columns: typeof steps, doubt: typeof math.doubt) => {
    folder.write('rows.jsonl', jsonl(rows));
    return folder.open('rows.jsonl', { columns }, { doubt: doubt! });
  };

  it('are not doubted where they mark what the answer is', async () => {
    assert.deepEqual((await open(worked, marked, math.doubt)).warnings, []);
  });

  it('are not asked about where the verifier reads the row', async () => {
    folder.write('rows.jsonl', jsonl(worked));
    const columns = { ...steps, answer: null };
    const task = await folder.open('rows.jsonl', { columns }, { doubt: () => 'nonsense' });
    assert.deepEqual(task.warnings, []);
  });

  it('stop the run where no response could ever be right', async () => {
    await assert.rejects(open(worked, steps, math.doubt), (error) => {
      assert.ok(error instanceof ProrlError);
      assert.equal(error.exitCode, 3);
      assert.match(error.message, /No response to sums could ever be right: .* none of its first 20 answers/);
      assert.match(error.message, /column steps.* is a text of 2 lines that marks no final answer\./);
      assert.match(error.hint ?? '', /Name another column by `answer`/);
      return true;
    });
  });

  it('are warned of where some are none', async () => {
    const rows = worked.map((row, i) => (i === 0 ? row : { ...row, steps: row.marked }));
    const { warnings } = await open(rows, steps, math.doubt);
    assert.equal(warnings?.length, 1);
    assert.match(
      warnings[0]!,
      /^1 of the first 20 answers of sums are none that the verifier same can compare/,
    );
  });

  for (const [verifier, right, wrong] of [
    [
      math,
      ['12', '\\frac{1}{2}', 'no', 'x = 3 or x = 4', 'The answer is 3.'],
      ['', 'a\nb', 'a '.repeat(200)],
    ],
    [quantity, ['12 m', '3', '\\boxed{5 kg}'], ['heavy', '']],
    [choice, ['B', '(b)', 'C. 5 m/s'], ['5 m/s', '']],
  ] as const) {
    it(`are doubted by the verifier ${verifier.name} where it could not compare them`, () => {
      for (const answer of right) assert.equal(verifier.doubt?.(answer), null, answer);
      for (const answer of wrong) assert.equal(typeof verifier.doubt?.(answer), 'string', answer);
    });
  }
});
