import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExitCode, ProrlError } from '../../runtime/errors.ts';
import { byteTokenizer } from '../../runtime/model/byte-tokenizer.ts';
import { ChatTemplate } from '../../runtime/model/chat-template.ts';
import { Tokenizer } from '../../runtime/model/tokenizer.ts';

const template =
  "{{ bos_token }}{% for message in messages %}[{{ message['role'] }}] {{ message['content'] }}\n{% endfor %}" +
  '{% if add_generation_prompt %}[assistant] {% endif %}';

describe('a chat template', () => {
  const render = (text: string, system: string | null = null) =>
    new ChatTemplate(text, { bos_token: '<s>' }, 'here').render('Hello', system);

  it('puts the prompt as the message of a user and opens the answer', () => {
    assert.equal(render(template), '<s>[user] Hello\n[assistant] ');
  });

  it('puts the system message first', () => {
    assert.equal(render(template, 'Be brief.'), '<s>[system] Be brief.\n[user] Hello\n[assistant] ');
  });

  it('knows no clock, so that a prompt is the same every day', () => {
    assert.equal(
      render("{% if strftime_now is defined %}{{ strftime_now('%d') }}{% else %}a day{% endif %}"),
      'a day',
    );
  });

  it('says what it refuses, and where', () => {
    const refused = (text: string, message: RegExp) =>
      assert.throws(
        () => render(text, 'Be brief.'),
        (error) =>
          error instanceof ProrlError && error.exitCode === ExitCode.pipeline && message.test(error.message),
      );
    refused(
      "{% if messages[0]['role'] == 'system' %}{{ raise_exception('System role not supported') }}{% endif %}",
      /The chat template of here cannot be used: .*System role not supported/,
    );
    refused('{% for message in %}', /The chat template of here cannot be used/);
  });

  it('ends a template that would not end', () => {
    const refused = (text: string, message: RegExp) => assert.throws(() => render(text), { message });
    const loop = '{% for i in range(90000) %}';
    const started = performance.now();
    refused(`${loop}${loop}{% endfor %}{% endfor %}`, /it does not end within 5 s/);
    assert.ok(performance.now() - started < 40_000);
    refused('{% for i in range(1000000000) %}{% endfor %}', /range\(\) gives 1000000000 numbers; 100000 are/);
    assert.equal(render('{% for i in range(3, 0, -1) %}{{ i }}{% endfor %}'), '321');
  });
});

describe('prompts of a tokenizer', () => {
  let folder: string;
  let config: Record<string, unknown>;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'prorl-chat-'));
    byteTokenizer().saveTo(folder);
    config = { eos_token: '<|end|>', bos_token: '<think>' };
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const read = (more: Record<string, unknown> = {}) => {
    writeFileSync(join(folder, 'tokenizer_config.json'), JSON.stringify({ ...config, ...more }));
    return Tokenizer.fromFolder(folder);
  };
  const prompt = (tokenizer: Tokenizer) =>
    tokenizer.decode(tokenizer.encodePrompt('Hello'), { keepSpecial: true });
  const throughTemplate = '<think>[user] Hello\n[assistant] ';

  it('are bare until a form is said, and where there is no template', () => {
    assert.equal(prompt(read({ chat_template: template })), 'Hello');
    const tokenizer = read();
    tokenizer.usePromptForm({ chat: 'auto', system: null });
    assert.equal(prompt(tokenizer), 'Hello');
  });

  it('go through the template, wherever the folder keeps it', () => {
    const named = [
      { name: 'tool_use', template: 'no' },
      { name: 'default', template },
    ];
    for (const chat_template of [template, named]) {
      const tokenizer = read({ chat_template });
      tokenizer.usePromptForm({ chat: 'auto', system: null });
      assert.equal(prompt(tokenizer), throughTemplate);
      tokenizer.usePromptForm({ chat: 'off', system: null });
      assert.equal(prompt(tokenizer), 'Hello');
    }
    writeFileSync(join(folder, 'chat_template.jinja'), template);
    const tokenizer = read({ chat_template: 'no' });
    tokenizer.usePromptForm({ chat: 'on', system: 'Be brief.' });
    assert.equal(prompt(tokenizer), '<think>[system] Be brief.\n[user] Hello\n[assistant] ');
    const other = mkdtempSync(join(tmpdir(), 'prorl-chat-'));
    tokenizer.saveTo(other);
    const back = Tokenizer.fromFolder(other);
    back.usePromptForm({ chat: 'on', system: null });
    assert.equal(prompt(back), throughTemplate, 'the template is saved with the tokenizer');
    rmSync(other, { recursive: true });
  });

  it('are refused a template that is asked for and not there', () => {
    const refused = (
      tokenizer: Tokenizer,
      form: Parameters<Tokenizer['usePromptForm']>[0],
      message: RegExp,
    ) => assert.throws(() => tokenizer.usePromptForm(form), message);
    refused(
      read(),
      { chat: 'on', system: null },
      /asks by `chat: on` for a chat template, but its tokenizer has none/,
    );
    refused(
      read(),
      { chat: 'auto', system: 'x' },
      /asks by `system:` for a chat template, but its tokenizer has none/,
    );
    refused(
      read({ chat_template: template }),
      { chat: 'off', system: 'x' },
      /`chat: off` leaves the template out/,
    );
  });
});
