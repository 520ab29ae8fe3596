import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { packageRoot } from '../../runtime/package-root.ts';
import type { ScoreReport } from '../../runtime/report/score-report.ts';
import type { TasksReport } from '../../runtime/report/tasks-report.ts';
import type { SampleRecord } from '../../runtime/run/samples.ts';
import { inFolder, prorl, smallGraph } from './prorl.ts';

/** Asserts that a text is JSON as a published schema says. */
function read<T>(text: string, name: string): T {
  const schema = JSON.parse(
    readFileSync(join(packageRoot, 'spec', 'schemas', `${name}.schema.json`), 'utf8'),
  ) as object;
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
  const value = JSON.parse(text) as T;
  assert.ok(validate(value), JSON.stringify(validate.errors));
  return value;
}

describe('prorl tasks', function () {
  this.timeout(120_000);
  const program = join(packageRoot, 'spec', 'programs', 'curriculum.prorl');

  it('lists the standard tasks by domain', async () => {
    const { stdout, exitCode } = await prorl(['tasks', '--json']);
    assert.equal(exitCode, 0);
    const { tasks } = read<TasksReport>(stdout, 'tasks');
    const from = (module: string) => tasks.filter((task) => task.module === module).length;
    assert.ok(from('prorl/tasks') >= 70);
    assert.ok(from('prorl/code') >= 5 && from('prorl/instructions') >= 5);
    assert.equal(from('prorl/reasoning-gym'), 105);
    for (const task of tasks) {
      assert.ok(task.domain !== null && task.doc !== '', task.name);
      assert.equal(task.samples, undefined);
    }
    const { stdout: text } = await prorl(['tasks']);
    assert.match(text, /^logic {2}prorl\/tasks$/m);
    assert.match(text, /^ {2}chain_sum +6 levels {3}Adds and/m);
    assert.match(text, /^code {2}prorl\/code$/m);
    assert.match(text, /^105 more in prorl\/reasoning-gym: prorl tasks --from prorl\/reasoning-gym$/m);
  });

  it('finds a task in whichever module of the library it is', async () => {
    const { stdout } = await prorl(['tasks', 'shape_word', '--json']);
    const [task] = read<TasksReport>(stdout, 'tasks').tasks;
    assert.equal(task?.module, 'prorl/instructions');
    assert.equal(task.samples?.length, 3);
  });

  it('poses the same problems for the same seed, at the level and with the settings asked for', async () => {
    const ask = async (...more: string[]) => {
      const { stdout, stderr, exitCode } = await prorl([
        'tasks',
        'chain_sum',
        '--json',
        '--count',
        '4',
        ...more,
      ]);
      assert.equal(exitCode, 0, stderr);
      return read<TasksReport>(stdout, 'tasks').tasks[0]!.samples!;
    };
    const samples = await ask('--level', '3', '--set', 'digits=1..1', '--seed', '5');
    assert.equal(samples.length, 4);
    for (const { level, prompt, answer, solution } of samples) {
      assert.equal(level, 3);
      assert.match(prompt, /^\d([+-]\d){2,3}=\?$/);
      assert.ok(solution?.endsWith(`<answer>${answer}</answer>`));
    }
    assert.deepEqual(await ask('--level', '3', '--set', 'digits=1..1', '--seed', '5'), samples);
    assert.notDeepEqual(await ask('--level', '3', '--set', 'digits=1..1', '--seed', '6'), samples);
  });

  it('shows the entries of a pipeline with their values, each level in turn', async () => {
    const { stdout } = await prorl(['tasks', 'products', '--from', program, '--json', '--count', '3']);
    const [task] = read<TasksReport>(stdout, 'tasks').tasks;
    assert.equal(task?.mixture, 'puzzles');
    assert.equal(task.firstLevel, 2);
    assert.deepEqual(
      task.samples?.map(({ level }) => level),
      [2, 3, 4],
    );
  });

  it('says what is wrong, with the exit code for it', async () => {
    const cases: [string[], number, RegExp][] = [
      [['mine.prorl'], 2, /For the tasks of a file: `prorl tasks --from mine\.prorl`/],
      [['chain_sm'], 2, /Did you mean "chain_sum"\?/],
      [['chain_sum', '--level', '9'], 3, /its levels are 1 to 6/],
      [['chain_sum', '--set', 'digits=40'], 3, /must lie in 1\.\.9/],
      [['--level', '2'], 2, /none is named/],
      [['products', '--from', program, '--level', '5'], 2, /Choose one from 2 to 4/],
      [['products', '--from', program, '--set', 'digits=1'], 2, /Leave --set out/],
      [['--from', 'not-there'], 3, /no file, folder or installed package/],
    ];
    for (const [args, code, message] of cases) {
      const { stderr, exitCode } = await prorl(['tasks', ...args]);
      assert.equal(exitCode, code, `${args.join(' ')}: ${stderr}`);
      assert.match(stderr, message);
    }
  });
});

describe('prorl score', function () {
  this.timeout(120_000);

  it('judges what a run kept as the run did, and tells of every figure that differs', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'graph.json'), JSON.stringify(smallGraph()));
      const ran = await prorl(
        ['run', 'graph.json', '--out', 'run', '--max-steps', '2', '--samples', '3', '--backend', 'cpu'],
        { cwd },
      );
      assert.equal(ran.exitCode, 0, ran.stderr);
      const file = join(cwd, 'run', 'samples.jsonl');
      const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
      const records = lines.map((line) => read<SampleRecord>(line, 'samples'));
      assert.deepEqual(new Set(records.map(({ step }) => step)), new Set([1, 2]));
      for (const step of [1, 2]) {
        for (const task of new Set(records.map((one) => one.task))) {
          assert.ok(records.filter((one) => one.step === step && one.task === task).length <= 3);
        }
      }

      const again = await prorl(['score', file, '--pipeline', 'graph.json', '--json'], { cwd });
      assert.equal(again.exitCode, 0, again.stderr);
      const report = read<ScoreReport>(again.stdout, 'score');
      assert.equal(report.summary['all']!.responses, records.length);
      assert.deepEqual(
        report.responses.map(({ score, reward }) => [score, reward]),
        records.map(({ score, reward }) => [score, reward]),
      );

      const forged = records.map((one, i) => (i === 0 ? { ...one, score: 1 - one.score } : one));
      writeFileSync(file, forged.map((one) => `${JSON.stringify(one)}\n`).join(''));
      const differs = await prorl(['score', file, '--pipeline', 'graph.json'], { cwd });
      assert.equal(differs.exitCode, 1);
      assert.match(differs.stdout, /1 response recorded otherwise/);
    });
  });

  it('judges responses to the problems of a data set by its verifier', async () => {
    await inFolder(async (cwd) => {
      const rows = Array.from({ length: 60 }, (_, i) => ({
        question: `half of ${i}?`,
        answer: `\\frac{${i}}{2}`,
      }));
      writeFileSync(join(cwd, 'halves.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
      writeFileSync(
        join(cwd, 'main.prorl'),
        `edition 2026
import { math } from "prorl/verifiers"
import { grpo } from "prorl/stages"
task halves = dataset("./halves.jsonl", prompt: "question", verifier: math)
model nano = bundled("nano")
mixture all { halves: 1 }
stage practise = grpo { mixture: all }
pipeline main { model: nano  run practise for 2 steps }
`,
      );
      const responses = ['<answer>1.5</answer>', '\\boxed{\\frac32}', 'the answer is 1.4', '3/2'];
      writeFileSync(
        join(cwd, 'own.jsonl'),
        responses
          .map((response) =>
            JSON.stringify({ task: 'halves', prompt: 'half of 3?', answer: '\\frac{3}{2}', response }),
          )
          .join('\n'),
      );
      const args = ['score', 'own.jsonl', '--pipeline', 'main.prorl', '--json'];
      const { stdout, stderr, exitCode } = await prorl(args, { cwd });
      assert.equal(exitCode, 0, stderr);
      const report = read<ScoreReport>(stdout, 'score');
      assert.deepEqual(
        report.responses.map(({ score }) => score),
        [1, 1, 0, 0],
      );
    });
  });

  it('judges responses that people wrote, and names line and field of what it cannot read', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'graph.json'), JSON.stringify(smallGraph()));
      const good = { task: 'chain_sum', prompt: '1+2=?', answer: '3', response: '1 +2=3<answer>3</answer>' };
      const score = (lines: readonly unknown[]) => {
        writeFileSync(
          join(cwd, 'own.jsonl'),
          lines.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n'),
        );
        return prorl(['score', 'own.jsonl', '--pipeline', 'graph.json', '--json'], { cwd });
      };
      const { stdout, stderr, exitCode } = await score([
        good,
        '',
        { ...good, response: '<answer>4</answer>' },
      ]);
      assert.equal(exitCode, 0, stderr);
      const { responses } = read<ScoreReport>(stdout, 'score');
      assert.deepEqual(
        responses.map(({ line, correct, differs }) => [line, correct, differs]),
        [
          [1, true, false],
          [3, false, false],
        ],
      );
      const cases: [unknown, RegExp][] = [
        [{ ...good, response: 3 }, /line 2: the field "response" is a number, not a text/],
        [
          { task: 'chain_sum', prompt: '', answers: '3', response: '' },
          /line 2: the field "answer" is missing/,
        ],
        [
          { ...good, task: 'chain_sun' },
          /line 2: the field "task" names "chain_sun".*Did you mean "chain_sum"/s,
        ],
        [{ ...good, score: '1' }, /line 2: the field "score" is a string, not a number/],
        ['{', /line 2: this is not JSON/],
        ['[]', /line 2: this is no JSON object/],
      ];
      for (const [line, message] of cases) {
        const wrong = await score([good, line]);
        assert.equal(wrong.exitCode, 2);
        assert.match(wrong.stderr, message);
      }
    });
  });
});
