import assert from 'node:assert/strict';
import { InsertTextFormat, type CompletionItem } from 'vscode-languageserver';
import { Client } from './client.ts';

/** Someone at an empty file who takes what is offered, and types numbers, names of their own and signs. */
class Writer {
  private readonly client: Client;
  private before = '';
  private after = '';
  /** Where the snippets that were taken still want something. */
  private stops: { at: number; length: number }[] = [];

  constructor(client: Client) {
    this.client = client;
  }

  get text(): string {
    return this.before + this.after;
  }

  /** Types a text that nobody could offer. */
  type(text: string): void {
    for (const stop of this.stops) if (stop.at >= this.before.length) stop.at += text.length;
    this.before += text;
  }

  /** The next place that a snippet left open. What stands there is replaced. */
  tab(): void {
    const { text } = this;
    const stop = this.stops.shift();
    assert.ok(stop, `no place is open in\n${text}`);
    this.before = text.slice(0, stop.at);
    this.after = text.slice(stop.at + stop.length);
    for (const one of this.stops) if (one.at > stop.at) one.at -= stop.length;
  }

  /** To the end of the file. */
  end(): void {
    this.before = `${this.text.trimEnd()}\n\n`;
    this.after = '';
    this.stops = [];
  }

  /** Behind what comes next. */
  past(text: string): void {
    const at = this.after.indexOf(text);
    assert.ok(at >= 0, `no "${text}" behind the cursor of\n${this.before}<|>${this.after}`);
    this.before += this.after.slice(0, at + text.length);
    this.after = this.after.slice(at + text.length);
  }

  async offered(): Promise<CompletionItem[]> {
    const at = await this.client.write('main.prorl', `${this.before}<|>${this.after}`);
    return this.client.ask<CompletionItem[]>('completion', 'main.prorl', at);
  }

  /** Takes something that is offered. */
  async take(label: string): Promise<void> {
    const items = await this.offered();
    const item = items.find((one) => one.label === label);
    const labels = items.map((one) => one.label).join(' ');
    assert.ok(item, `"${label}" is not offered, but ${labels} in\n${this.before}<|>${this.after}`);
    const insert = item.insertText ?? item.label;
    if (item.insertTextFormat !== InsertTextFormat.Snippet) this.type(insert);
    else this.insert(insert);
  }

  private insert(snippet: string): void {
    // An editor gives every line of a snippet the indentation of the first.
    const indent = /(?:^|\n)([ ]*)[^\n]*$/.exec(this.before)?.[1] ?? '';
    const parts = snippet.replaceAll('\n', `\n${indent}`).split(/\$\{(\d+):([^}]*)\}|\$(\d+)/);
    let plain = '';
    const found: { order: number; at: number; length: number }[] = [];
    for (let i = 0; i < parts.length; i += 4) {
      plain += parts[i];
      const order = parts[i + 1] ?? parts[i + 3];
      if (order === undefined) continue;
      const inside = parts[i + 2] ?? '';
      found.push({
        order: order === '0' ? Infinity : Number(order),
        at: plain.length,
        length: inside.length,
      });
      plain += inside;
    }
    const start = this.before.length;
    this.type(plain);
    const open = found.sort((a, b) => a.order - b.order);
    this.stops.unshift(...open.map(({ at, length }) => ({ at: start + at, length })));
    if (found.length > 0) this.tab();
  }
}

describe('writing a pipeline from nothing but what the editor offers', () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  it('comes to a program without a mistake', async () => {
    const w = new Writer(client);
    await w.take('edition');
    w.end();
    await w.take('import');
    await w.take('prorl/tasks');
    w.tab();
    await w.take('chain_sum');
    w.type(', ');
    await w.take('products');
    w.past('"prorl/tasks"');
    w.type('\n');
    await w.take('import');
    await w.take('prorl/stages');
    w.tab();
    await w.take('grpo');
    w.end();

    await w.take('model');
    w.type('nano');
    w.tab();
    await w.take('bundled');
    await w.take('"nano"');
    w.end();

    await w.take('mixture');
    w.type('sums');
    w.tab();
    await w.take('chain_sum');
    await w.take('terms');
    w.type('2..3');
    w.past(')');
    w.type(': 2\n  ');
    await w.take('products');
    await w.take('level');
    await w.take('2');
    w.past(')');
    w.type(': ');
    await w.take('linear');
    w.type('1, 2, ');
    await w.take('over');
    w.type('40 ');
    await w.take('steps');
    w.end();

    await w.take('suite');
    w.type('heldout');
    w.tab();
    await w.take('sums');
    w.type('\n  ');
    await w.take('problems');
    w.type('64');
    w.end();

    await w.take('schedule');
    w.type('trust');
    w.tab();
    await w.take('Coefficient');
    w.tab();
    await w.take('cosine');
    w.type('0.02, 0.005, ');
    await w.take('over');
    w.type('60 ');
    await w.take('steps');
    w.end();

    await w.take('trigger');
    w.type('drifted');
    w.tab();
    await w.take('kl.mean');
    w.type(' > 0.05 ');
    await w.take('for');
    w.type(' 3 ');
    await w.take('steps');
    w.end();

    await w.take('trigger');
    w.type('stalled');
    w.tab();
    await w.take('plateau');
    await w.take('heldout.pass@1');
    w.type(', ');
    await w.take('over');
    w.type('4 ');
    await w.take('evaluations');
    w.type(', ');
    await w.take('gain_below');
    w.type('0.5%');
    w.end();

    await w.take('stage');
    w.type('explore');
    w.tab();
    await w.take('grpo');
    w.tab();
    await w.take('mixture');
    await w.take('sums');
    w.type('\n  ');
    await w.take('rollout');
    await w.take('prompts');
    w.type('16, ');
    await w.take('max_tokens');
    w.type('40 ');
    await w.take('tokens');
    w.past('}');
    w.type('\n  ');
    await w.take('kl');
    await w.take('estimator');
    await w.take('k3');
    w.type(', ');
    await w.take('coefficient');
    await w.take('trust');
    w.type(', ');
    await w.take('in');
    await w.take('loss');
    w.past('}');
    w.type('\n  ');
    await w.take('reset');
    await w.take('drifted');
    w.past('}');
    w.type('\n  ');
    await w.take('guard');
    await w.take('not_finite');
    await w.take('loss');
    w.end();

    await w.take('pipeline');
    w.type('main');
    w.tab();
    await w.take('nano');
    w.type('\n  ');
    await w.take('evaluate');
    await w.take('heldout');
    // Back into the pipeline, to say what is run.
    const back = new Writer(client);
    back.type(w.text.replace(/\n\}\n*$/, '\n  '));
    await back.take('run');
    await back.take('explore');
    back.tab();
    back.type('100 ');
    await back.take('steps');
    back.type('\n  ');
    await back.take('checkpoint');
    back.type('25 steps');
    back.end();
    back.type('}\n\n');
    await back.take('test');
    back.type('drifting resets');
    back.tab();
    await back.take('kl.mean');
    back.type(' = 0.01, ');
    await back.take('then');
    back.type(' 0.08 ');
    await back.take('from step');
    back.type(' 20\n  ');
    await back.take('run');
    await back.take('explore');
    back.tab();
    back.type('30 ');
    await back.take('steps');
    back.type('\n  ');
    await back.take('expect');
    await back.take('reset');
    back.tab();
    back.type('22');
    assert.deepEqual(await problems(back.text), [], back.text);
  });

  async function problems(text: string): Promise<string[]> {
    await client.write('main.prorl', text);
    return (await client.diagnostics('main.prorl')).map((one) => `${one.range.start.line}: ${one.message}`);
  }
});
