import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { format } from '../../grammar/format/index.ts';
import { ProrlError } from '../../runtime/errors.ts';
import { packageRoot } from '../../runtime/package-root.ts';
import { drawHeldout, drawProblem } from '../../runtime/tasks/draw.ts';
import { compileText } from '../support/compile.ts';
import { testRandom } from '../support/random.ts';
import { Folder, jsonl, sums } from './data.ts';

describe('the example of docs/data.md', () => {
  const page = readFileSync(join(packageRoot, 'docs', 'data.md'), 'utf8');
  const [, example = ''] = /```prorl\n([^]*?)```\n/.exec(page) ?? [];

  it('is laid out as `prorl fmt` does it', () => {
    assert.equal(format('docs/data.md', `edition 2026\n\n${example}`).text, `edition 2026\n\n${example}`);
  });

  it('has no mistake', () => {
    const files = { '/project/gsm8k.jsonl': '{ "question": "What is 1 + 1?", "answer": "2" }\n' };
    const { diagnostics } = compileText(`edition 2026\n\n${example}`, { files });
    assert.deepEqual(diagnostics, []);
  });
});

describe('a task of a data set', () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder()));
  afterEach(() => folder.remove());

  const refused = async (opening: Promise<unknown>): Promise<{ message: string; hint: string }> => {
    const error: unknown = await opening.then(
      () => assert.fail('it was opened'),
      (cause: unknown) => cause,
    );
    assert(error instanceof ProrlError, String(error));
    assert.equal(error.exitCode, 3);
    return { message: error.message, hint: error.hint ?? '' };
  };

  it('poses rows of its file, each with its whole row', async () => {
    folder.write(
      'sums.jsonl',
      jsonl(sums(100).map((sum, i) => ({ ...sum, id: i, more: { deep: [1, null] } }))),
    );
    const task = await folder.open('sums.jsonl');
    const problem = await drawProblem(task, {}, 'train', testRandom(1));
    const { id } = problem.data as { id: number };
    assert.deepEqual(problem, {
      prompt: `${id} + 1 =`,
      answer: String(id + 1),
      data: { prompt: `${id} + 1 =`, answer: String(id + 1), id, more: { deep: [1, null] } },
    });
    assert.deepEqual(await task.verify(problem, problem.answer), { score: 1, correct: true });
  });

  it('draws evenly with replacement, the same from the same stream', async () => {
    folder.write('sums.jsonl', jsonl(sums(40)));
    const task = await folder.open('sums.jsonl');
    const draw = async (seed: number): Promise<string[]> => {
      const random = testRandom(seed);
      const prompts: string[] = [];
      for (let i = 0; i < 4000; i++) prompts.push((await drawProblem(task, {}, 'train', random)).prompt);
      return prompts;
    };
    const prompts = await draw(7);
    assert.deepEqual(await draw(7), prompts);
    const counts = new Map<string, number>();
    for (const prompt of prompts) counts.set(prompt, (counts.get(prompt) ?? 0) + 1);
    assert.equal(counts.size, task.data!.train);
    const mean = prompts.length / counts.size;
    for (const count of counts.values())
      assert(Math.abs(count - mean) < 5 * Math.sqrt(mean), `${count} of ${mean}`);
  });

  it('keeps one row in eight for suites, which training never draws', async () => {
    folder.write('sums.jsonl', jsonl(sums(800)));
    const task = await folder.open('sums.jsonl');
    const { train, heldout } = task.data!;
    assert.equal(train + heldout, 800);
    assert(heldout > 60 && heldout < 140, `${heldout} held out`);
    const held = await drawHeldout(task, {}, 1000, testRandom(1));
    assert.equal(held.problems.length, heldout);
    assert(held.exhausted);
    for (const { prompt } of held.problems) assert(!task.stock!.trainsOn(prompt));
  });

  it('splits the same rows alike under every name', async () => {
    folder.write('sums.jsonl', jsonl(sums(300)));
    const [one, other] = [
      await folder.open('sums.jsonl'),
      await folder.open('sums.jsonl', { name: 'other' }),
    ];
    const held = await drawHeldout(other, {}, 1000, testRandom(1));
    assert(held.problems.length > 0);
    for (const { prompt } of held.problems) assert(!one.stock!.trainsOn(prompt));
  });

  it('takes the held-out rows of another file, and drops them from training', async () => {
    folder.write('train.jsonl', jsonl(sums(100)));
    folder.write('test.jsonl', jsonl(sums(30, 90)));
    const task = await folder.open('train.jsonl', { heldout: { rows: 'file', path: 'test.jsonl' } });
    const { train, heldout, dropped } = task.data!;
    assert.deepEqual({ train, heldout, dropped }, { train: 90, heldout: 30, dropped: 10 });
    const held = await drawHeldout(task, {}, 30, testRandom(1));
    assert.equal(held.exhausted, false);
    assert.equal(new Set(held.problems.map(({ prompt }) => prompt)).size, 30);
  });

  it('is for suites alone where all rows are held out', async () => {
    folder.write('aime.jsonl', jsonl(sums(30)));
    const task = await folder.open('aime.jsonl', { heldout: { rows: 'all' } });
    assert.equal((await drawHeldout(task, {}, 30, testRandom(1))).problems.length, 30);
    const error = await refused(drawProblem(task, {}, 'train', testRandom(1)));
    assert.match(error.message, /sums are held out: there is none to train on/);
  });

  it('finds columns within columns and joins messages', async () => {
    folder.write(
      'chat.jsonl',
      jsonl([
        {
          chat: [
            { role: 'system', content: 'Be brief.' },
            { role: 'user', content: [{ type: 'text', text: '1 + 1?' }] },
          ],
          reward_model: { ground_truth: 2 },
        },
        {
          chat: [
            { role: 'user', content: 'Hello' },
            { role: 'assistant', content: 'Yes?' },
            { role: 'user', content: '1 + 2?' },
          ],
          reward_model: { ground_truth: true },
        },
      ]),
    );
    const task = await folder.open('chat.jsonl', {
      heldout: { rows: 'all' },
      columns: { prompt: 'chat', answer: 'reward_model.ground_truth', worked: null },
      instruction: 'Answer in <answer> tags.',
    });
    const { problems } = await drawHeldout(task, {}, 2, testRandom(1));
    assert.deepEqual(problems.map(({ prompt, answer }) => [prompt, answer]).sort(), [
      ['Be brief.\n\n1 + 1?\nAnswer in <answer> tags.', '2'],
      ['User: Hello\n\nAssistant: Yes?\n\nUser: 1 + 2?\nAnswer in <answer> tags.', 'true'],
    ]);
  });

  it('shows worked solutions where a column has them', async () => {
    folder.write('sums.jsonl', jsonl(sums(20).map((sum) => ({ ...sum, steps: `so ${sum.answer}` }))));
    const task = await folder.open('sums.jsonl', {
      columns: { prompt: 'prompt', answer: 'answer', worked: 'steps' },
    });
    const problem = await drawProblem(task, {}, 'train', testRandom(1));
    assert.equal(task.solve!(problem), `so ${problem.answer}`);
    assert.equal((await folder.open('sums.jsonl')).solve, undefined);
  });

  it('reads CRLF, a byte order mark, empty lines and a last line without an end', async () => {
    const lines = sums(50).map((sum) => JSON.stringify({ ...sum, prompt: `ä€😀 ${sum.prompt}` }));
    folder.write('odd.jsonl', `\ufeff${lines.join('\r\n\r\n')}`);
    const task = await folder.open('odd.jsonl');
    assert.equal(task.data!.train + task.data!.heldout, 50);
    for (let i = 0; i < task.data!.train; i++) {
      const { prompt, answer } = await task.stock!.problem('train', i);
      assert.equal(prompt, `ä€😀 ${Number(answer) - 1} + 1 =`);
    }
  });

  const rowErrors: readonly (readonly [string, string, RegExp, RegExp])[] = [
    [
      'no JSON',
      '{"prompt": "1", "answer": "2"}\n{"prompt": ',
      /d\.jsonl, row 2: it is not JSON/,
      /one JSON object a line/,
    ],
    ['an array', '[{"prompt": "1"}]', /d\.jsonl, row 1: it is a JSON array/, /jq -c/],
    ['a number', '7', /row 1: it is not a JSON object/, /one JSON object a line/],
    [
      'a wrong name',
      '{"promt": "1", "answer": "2"}',
      /row 1, column "prompt": there is no "prompt"/,
      /Did you mean prompt: "promt"/,
    ],
    [
      'another name',
      '{"question": "1", "answer": "2"}',
      /there is no "prompt"/,
      /There are question, answer/,
    ],
    [
      'an empty prompt',
      '{"prompt": " ", "answer": "2"}',
      /row 1, column "prompt": it is empty/,
      /take the row out/,
    ],
    ['no answer', '{"prompt": "1", "answer": null}', /column "answer": it is nothing \(null\)/, /Fill it in/],
    [
      'an answer in parts',
      '{"prompt": "1", "answer": {"value": 2}}',
      /column "answer": it is an object/,
      /"answer.value"/,
    ],
    [
      'lost digits',
      '{"prompt": "1", "answer": 12345678901234567890}',
      /digits that some were lost/,
      /in quotes/,
    ],
    [
      'a picture',
      '{"prompt": [{"role": "user", "content": [{"type": "image"}]}], "answer": "2"}',
      /message 1 of it has something else than text/,
      /list of messages/,
    ],
    ['no UTF-8', '\xff\xfe', /row 1: it is not UTF-8/, /as UTF-8/],
    ['nothing', '', /d\.jsonl: it is empty/, /Fetch it again/],
    ['empty lines', '\n\n \n', /it has no rows/, /Fetch it again/],
    [
      'too deep',
      `{"prompt": "1", "answer": "2", "x": ${'['.repeat(5000)}${']'.repeat(5000)}}`,
      /nested more than 100 deep/,
      /Flatten/,
    ],
    ['gzip', '\x1f\x8b\x08\x00', /packed by gzip/, /gunzip -k d\.jsonl/],
  ];
  for (const [what, text, message, hint] of rowErrors) {
    it(`says where there is ${what}`, async () => {
      folder.write('d.jsonl', Buffer.from(text, 'latin1'));
      const error = await refused(folder.open('d.jsonl'));
      assert.match(error.message, message);
      assert.match(error.hint, hint);
    });
  }

  it('lists bad rows together', async () => {
    folder.write('d.jsonl', jsonl(sums(50).map((sum, i) => (i % 5 === 2 ? { ...sum, answer: '' } : sum))));
    const { message } = await refused(folder.open('d.jsonl'));
    assert.equal(
      message,
      [
        'The data of the task sums cannot be used.',
        ...[3, 8, 13, 18, 23].map((row) => `  d.jsonl, row ${row}, column "answer": it is empty`),
        '  and 5 others',
      ].join('\n'),
    );
  });

  it('names a file that is called almost so', async () => {
    folder.write('sums.jsonl', jsonl(sums(1)));
    const { message, hint } = await refused(folder.open('sum.jsonl'));
    assert.match(message, /sum\.jsonl: there is no such file or folder/);
    assert.match(hint, /Did you mean "sums\.jsonl"/);
  });

  it('refuses a line without end', async () => {
    folder.write('d.jsonl', Buffer.alloc(18 * 1024 * 1024, 'x'));
    assert.match((await refused(folder.open('d.jsonl'))).message, /row 1: the line is longer than 16 MiB/);
  });

  it('notices that the file is written to underway', async () => {
    folder.write('sums.jsonl', jsonl(sums(20)));
    const task = await folder.open('sums.jsonl');
    appendFileSync(join(folder.path, 'sums.jsonl'), '{}\n');
    await assert.rejects(drawProblem(task, {}, 'train', testRandom(1)), /sums\.jsonl was changed or removed/);
    truncateSync(join(folder.path, 'sums.jsonl'), 3);
    await assert.rejects(drawProblem(task, {}, 'train', testRandom(1)), /sums\.jsonl was changed or removed/);
  });

  it('has a fingerprint of the content, wherever it lies', async () => {
    folder.write('a.jsonl', jsonl(sums(20)));
    folder.write('b.jsonl', jsonl(sums(20)));
    folder.write('c.jsonl', jsonl(sums(21)));
    const [a, b, c] = [
      await folder.open('a.jsonl'),
      await folder.open('b.jsonl'),
      await folder.open('c.jsonl'),
    ];
    assert.equal(a.data!.sha256, b.data!.sha256);
    assert.notEqual(a.data!.sha256, c.data!.sha256);
    assert.match(a.data!.files[0]!.sha256, /^[0-9a-f]{64}$/);
  });
});
