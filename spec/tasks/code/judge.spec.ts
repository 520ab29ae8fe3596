import assert from 'node:assert/strict';
import { ProrlError } from '../../../runtime/errors.ts';
import { closeSandboxes } from '../../../runtime/sandbox/index.ts';
import { codeVerifier, judgeCode, type CodeProblem } from '../../../runtime/tasks/index.ts';
import { needBubblewrap } from '../../support/sandbox.ts';

const sums: CodeProblem = {
  language: 'python',
  tests: [1, 2, 3, 4].map((n) => ({ stdin: `${n} ${n}`, stdout: `${2 * n}` })),
};

describe('judging code', function () {
  this.timeout(30_000);
  before(async function () {
    await needBubblewrap(this);
  });
  after(closeSandboxes);

  it('gives the fraction of tests passed, all of them run', async () => {
    const double = 'a, b = map(int, input().split())\n';
    assert.equal((await judgeCode(sums, '', `${double}print(a + b)`)).score, 1);
    const some = await judgeCode(sums, '', `${double}assert a != 2\nprint(a + b if a != 3 else 0)`);
    assert.deepEqual([some.score, some.passed, some.correct], [0.5, 2, false]);
    assert.match(some.why, /test 2: AssertionError/);
  });

  it('gives nothing for what does not compile, or takes too long on one test', async () => {
    const broken = await judgeCode(sums, '', 'print(1');
    assert.equal(broken.score, 0);
    assert.match(broken.why, /SyntaxError/);
    const slow = { ...sums, limits: { cpuSeconds: 1, wallSeconds: 3 } };
    const source = 'a, b = map(int, input().split())\nwhile a == 4: pass\nprint(a + b)';
    assert.equal((await judgeCode(slow, '', source)).score, 0);
  });

  it('calls functions, methods of Solution, and functions that answer later', async () => {
    const tests = [{ args: [[3, 1, 2]], expected: [1, 2, 3] }];
    for (const [language, source] of [
      ['python', 'def f(a): return sorted(a)'],
      ['python', 'class Solution:\n  def f(self, a): return tuple(sorted(a))'],
      ['javascript', 'const f = async (a) => a.sort()'],
      ['javascript', 'module.exports = { f: (a) => a.sort() }'],
    ] as const) {
      const { correct, why } = await judgeCode({ language, function: 'f', tests }, '', source);
      assert.ok(correct, `${source}: ${why}`);
    }
  });

  it('keeps tests apart: what one leaves, the next does not find', async () => {
    const source =
      'import sys\nif "seen" in globals(): print("no")\nseen = 1\na, b = map(int, input().split())\nprint(a + b)';
    assert.equal((await judgeCode(sums, '', source)).score, 1);
  });

  it('holds whole numbers of any length', async () => {
    const tests = [{ argsJson: '[40]', expectedJson: String(7n ** 40n) }];
    const problem: CodeProblem = { language: 'python', function: 'f', tests };
    assert.equal((await judgeCode(problem, '', 'def f(n): return 7 ** n')).score, 1);
    assert.equal((await judgeCode(problem, '', 'def f(n): return 7 ** n + 1')).score, 0);
  });

  it('gives the same order of sets each time', async () => {
    const problem = { language: 'python' as const, tests: [{ stdin: '', stdout: '' }] };
    const source = 'print(list({"a", "b", "c", "d", "e"}))';
    const first = await judgeCode(problem, '', source);
    assert.equal((await judgeCode(problem, '', source)).why, first.why);
  });

  it('tells what is wrong with a problem', async () => {
    for (const [data, message] of [
      [{ language: 'cobol', tests: [] }, /language "cobol"/],
      [{ language: 'python', tests: [] }, /no tests/],
      [{ language: 'python', tests: [{ args: [], expected: 1 }] }, /test 1 that is none/],
      [{ language: 'python', function: 'f g', tests: [] }, /names no function/],
      [
        { language: 'python', function: 'f', tests: [{ args: [2 ** 60], expected: 1 }] },
        /cannot hold exactly/,
      ],
      [{ language: 'python', function: 'f', tests: [{ argsJson: '1', expectedJson: '1' }] }, /is no JSON/],
    ] as const) {
      await assert.rejects(judgeCode(data, 'p', 'x'), (error) => {
        assert.ok(error instanceof ProrlError);
        assert.match(error.message, message);
        return true;
      });
    }
  });

  it('ends when it is told to', async () => {
    const controller = new AbortController();
    const judged = judgeCode(sums, '', 'while True: pass', controller.signal);
    setTimeout(() => controller.abort(), 300);
    await assert.rejects(judged, { name: 'AbortError' });
  });

  it('takes its settings from the pipeline where it is a verifier', async () => {
    const problem = {
      prompt: 'p',
      answer: '',
      data: { language: 'python', tests: [{ stdin: '', stdout: '0.5 1' }] },
    };
    const judge = (settings: Record<string, number | boolean>) =>
      codeVerifier.verify(problem, 'print(0.5000001, end="\\n\\n1")', settings);
    assert.equal((await judge({})).score, 0);
    assert.equal((await judge({ tolerance: 0.001 })).score, 1);
  });
});
