import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { parseModelConfig } from '../../runtime/model/config.ts';
import type { Policy } from '../../runtime/model/policy.ts';
import type { Tokenizer } from '../../runtime/model/tokenizer.ts';
import type { Group, Prompt, Response } from '../../runtime/stages/batch.ts';
import { rollout } from '../../runtime/stages/rollout.ts';
import { OWN_VERIFIERS, Scoring, type Judging } from '../../runtime/stages/score.ts';
import type { Verdict } from '../../runtime/tasks/task.ts';
import { VerifierFailure } from '../../runtime/tasks/verifier-failure.ts';
import { livelyPolicy, testRandom } from '../model/tiny-models.ts';
import { openTestBackend } from '../support/backend.ts';

type Judge = (response: string, signal?: AbortSignal) => Verdict | Promise<Verdict>;

function promptFor(judge: Judge): Prompt {
  const task = {
    name: 'mine',
    generate: () => ({ prompt: 'p', answer: 'a' }),
    verify: (_problem: unknown, response: string, signal?: AbortSignal) => judge(response, signal),
  };
  return { entry: 'mine', level: null, task, problem: { prompt: 'p', answer: 'a' }, tokens: [1] };
}

const responseOf = (text: string): Response => ({
  tokens: [1],
  logps: new Float32Array(1),
  truncated: false,
  text,
});

/** Groups of the given texts, all begun in the order of their places. */
function begun(texts_GS: string[][], judge: Judge, judging: Partial<Judging> = {}) {
  const prompt = promptFor(judge);
  const scoring = new Scoring({ ...OWN_VERIFIERS, ...judging });
  const groups_G = texts_GS.map((texts): Group => ({ prompt, responses_S: texts.map(responseOf) }));
  groups_G.forEach(({ responses_S }, g) => {
    responses_S.forEach((response, s) => scoring.begin(g, s, prompt, response));
  });
  return { scoring, groups_G };
}

const lengthOf = (text: string): Verdict => ({ score: text.length / 10, correct: text.length === 10 });
const down = new VerifierFailure('down', { retryable: false });

describe('scoring', () => {
  it('gives verdicts by place, whatever the order in which they come', async () => {
    const texts = [
      ['a', 'bb', 'ccc'],
      ['dddd', 'eeeee'],
    ];
    const slowFirst: Judge = async (text) => {
      await wait(30 - 5 * text.length);
      return lengthOf(text);
    };
    const { scoring, groups_G } = begun(texts, slowFirst);
    const scored = await scoring.finish(groups_G);
    assert.deepEqual(
      scored.groups_G.map(({ verdicts_S }) => verdicts_S.map(({ score }) => score)),
      [
        [0.1, 0.2, 0.3],
        [0.4, 0.5],
      ],
    );
    assert.deepEqual(scored.failed, []);
  });

  it('asks for no more at the same time than it may', async () => {
    let [now, most] = [0, 0];
    const counting: Judge = async (text) => {
      most = Math.max(most, ++now);
      await wait(2);
      now -= 1;
      return lengthOf(text);
    };
    const { scoring, groups_G } = begun([Array<string>(20).fill('x')], counting, { concurrency: 3 });
    await scoring.finish(groups_G);
    assert.equal(most, 3);
  });

  it('leaves out what failed, and groups of which fewer than two remain', async () => {
    const failing: Judge = (text) => {
      if (text.startsWith('!')) throw down;
      return lengthOf(text);
    };
    const texts = [['a', '!', 'ccc'], ['!', 'bb'], ['!', '!'], ['d']];
    const { scoring, groups_G } = begun(texts, failing, { onFailure: 'skip' });
    const { groups_G: left, failed } = await scoring.finish(groups_G);
    assert.deepEqual(
      left.map(({ responses_S, verdicts_S }) => [responses_S.map(({ text }) => text), verdicts_S.length]),
      [
        [['a', 'ccc'], 2],
        [['d'], 1],
      ],
    );
    assert.equal(failed.length, 4);
  });

  it('throws the failure where it is to stop, and tells those that still judge', async () => {
    let told = false;
    const judge: Judge = async (text, signal) => {
      if (text === '!') throw down;
      await wait(60_000, undefined, { signal }).catch(() => (told = true));
      return lengthOf(text);
    };
    const { scoring, groups_G } = begun([['a', '!', 'b']], judge);
    await assert.rejects(scoring.finish(groups_G), down);
    await wait(1);
    assert.equal(told, true);
  });

  it('never makes a failure a score, also where every one is to be skipped', async () => {
    const { scoring, groups_G } = begun(
      [['a', 'b']],
      () => {
        throw down;
      },
      { onFailure: 'skip' },
    );
    await assert.rejects(scoring.finish(groups_G), down);
  });

  it('lets an error that is none of the infrastructure through', async () => {
    const broken = new RangeError('a defect');
    const { scoring, groups_G } = begun(
      [['a', 'b']],
      () => {
        throw broken;
      },
      { onFailure: 'skip' },
    );
    await assert.rejects(scoring.finish(groups_G), broken);
  });

  it('repeats what may pass, as often as it is told', async () => {
    let asked = 0;
    const passing: Judge = (text) => {
      asked += 1;
      if (asked < 3) throw new VerifierFailure('busy', { retryable: true });
      return lengthOf(text);
    };
    const { scoring, groups_G } = begun([['a']], passing, { retries: 2 });
    await scoring.finish(groups_G);
    assert.equal(asked, 3);
  });

  it('is done by another verifier than the task, where one is named', async () => {
    const other = { verify: () => ({ score: 0.25, correct: false }) };
    const { scoring, groups_G } = begun([['a', 'bb']], lengthOf, { verifier: other });
    const scored = await scoring.finish(groups_G);
    assert.deepEqual(
      scored.groups_G[0]?.verdicts_S.map(({ score }) => score),
      [0.25, 0.25],
    );
  });
});

describe('scoring while responses are written', function () {
  this.timeout(120_000);
  // It compares times: another program may take the machine away.
  this.retries(3);
  before(openTestBackend);

  const config = parseModelConfig({
    model_type: 'llama',
    vocab_size: 48,
    hidden_size: 128,
    intermediate_size: 256,
    num_hidden_layers: 3,
    num_attention_heads: 4,
    max_position_embeddings: 256,
    rms_norm_eps: 1e-5,
  });
  const tokenizer = { stopIds: new Set([5]), decode: (tokens: readonly number[]) => tokens.join(' ') };
  const settings = { samples: 12, temperature: 1, topP: 1, maxTokens: 160, maxSequences: 512 };
  let policy: Policy;
  before(async () => {
    policy = await livelyPolicy(config, 3);
  });
  after(() => policy.dispose());

  it('takes little more than the longer of the two, and changes nothing of the rollout', async () => {
    const model = { policy, tokenizer: tokenizer as unknown as Tokenizer };
    const judged = async (milliseconds: number, overlapped: boolean) => {
      const prompt = promptFor(async (text) => {
        await wait(milliseconds);
        return lengthOf(text.slice(0, 10));
      });
      const prompts_G = Array<Prompt>(6).fill(prompt);
      const scoring = new Scoring({ ...OWN_VERIFIERS, concurrency: 4 });
      const began = performance.now();
      const begin = (g: number, s: number, response: Response): void => scoring.begin(g, s, prompt, response);
      const groups_G = await rollout(
        model,
        prompts_G,
        settings,
        testRandom(4),
        overlapped ? { onResponse: begin } : {},
      );
      const rolled = performance.now() - began;
      if (!overlapped) {
        groups_G.forEach(({ responses_S }, g) => responses_S.forEach((response, s) => begin(g, s, response)));
      }
      const scored = await scoring.finish(groups_G);
      const texts = groups_G.flatMap(({ responses_S }) => responses_S.map(({ text }) => text));
      return { rolled, whole: performance.now() - began, texts, scored };
    };
    await judged(0, false); // warms up
    const alone = await judged(0, false);
    assert.ok(new Set(alone.texts.map((text) => text.length)).size > 20, 'responses end at different times');
    // 72 verdicts, 4 at a time: together about as long as the rollout.
    const each = alone.rolled / 18;
    const after = await judged(each, false);
    const beside = await judged(each, true);
    assert.deepEqual(beside.texts, after.texts);
    assert.deepEqual(
      beside.scored.groups_G.map(({ verdicts_S }) => verdicts_S),
      after.scored.groups_G.map(({ verdicts_S }) => verdicts_S),
    );
    const judging = after.whole - after.rolled;
    const message = `rollout ${alone.rolled} ms, judging ${judging} ms, both ${beside.whole} ms`;
    assert.ok(
      beside.whole < Math.max(alone.rolled, judging) + 0.5 * Math.min(alone.rolled, judging),
      message,
    );
    if (process.env['PRORL_SHOW_TIMES']) console.log(message);
  });
});
