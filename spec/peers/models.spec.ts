import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '../../runtime/model/generate.ts';
import { Policy } from '../../runtime/model/policy.ts';
import { testRandom } from '../model/tiny-models.ts';
import { openTestBackend } from '../support/backend.ts';
import { logitsOfText } from '../support/logits.ts';
import { describePeers, runPython } from './python.ts';

/** What transformers computed of one prompt; logits by position, then by token. */
interface Computed {
  prompt: number[];
  logits: number[][];
  greedy: number[];
}

const families = ['llama', 'llama-biased', 'llama3-rope', 'qwen2', 'qwen2-tied', 'qwen3', 'qwen3-tied'];
const forms = ['float32', 'sharded', 'float16', 'bfloat16'];

describePeers('models beside transformers', function () {
  this.timeout(600_000);
  let folder: string;
  let expected: Record<string, Computed[]>;
  before(openTestBackend);
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'prorl-transformers-'));
    await runPython('transformers_models.py', ['write', folder]);
    expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as typeof expected;
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const family of families) {
    for (const form of forms) {
      it(`reads ${family} in ${form}: the same logits and greedy continuations`, async () => {
        const policy = await Policy.fromFolder(join(folder, `${family}-${form}`));
        await compare(policy, expected[`${family}-${form}`] as Computed[]);
        policy.dispose();
      });
    }
  }

  it('writes folders that transformers loads, with the same logits and continuations', async () => {
    const ours = families.map((family) => join(folder, `ours-${family}`));
    for (const family of families) {
      const policy = await Policy.fromFolder(join(folder, `${family}-float32`));
      await policy.saveTo(join(folder, `ours-${family}`));
      policy.dispose();
    }
    const lines = (await runPython('transformers_models.py', ['read', ...ours])).trim().split('\n');
    assert.equal(lines.length, families.length);
    families.forEach((family, f) => {
      const theirs = JSON.parse(lines[f] as string) as Computed[];
      assert.deepEqual(theirs, expected[`${family}-float32`], `${family} as we wrote it`);
    });
  });
});

async function compare(policy: Policy, expected: readonly Computed[]): Promise<void> {
  assert.equal(expected.length, 5);
  for (const { prompt, logits, greedy } of expected) {
    const found = await logitsOfText(policy, prompt);
    assert.equal(found.length, logits.length);
    logits.forEach((row, position) => {
      row.forEach((value, token) => {
        const error = Math.abs((found[position]?.[token] ?? NaN) - value);
        assert.ok(error <= 1e-4, `logit of token ${token} at ${position} is ${error} away`);
      });
    });
    const options = {
      maxTokens: greedy.length,
      temperature: 0,
      eosIds: new Set<number>(),
      random: testRandom(1),
    };
    const responses = await generate(policy, [prompt], 1, options);
    assert.deepEqual(responses[0]?.[0]?.tokens, greedy);
  }
}
