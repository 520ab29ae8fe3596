/**
 * How fast tasks are, `npm run bench:tasks`: problems posed and scored, then solutions in Python judged in the sandbox,
 * each on ten tests. `--short` measures for a moment only, to see that it runs.
 */
import './tasks/procedural.ts';
import { availableParallelism } from 'node:os';
import { closeSandboxes, openSandbox } from '../runtime/sandbox/index.ts';
import { judgeCode, type CodeProblem } from '../runtime/tasks/index.ts';

const PROGRAMS = process.argv.includes('--short') ? 20 : 100;

const problem: CodeProblem = {
  language: 'python',
  tests: Array.from({ length: 10 }, (_, i) => ({
    stdin: `${i} ${2 * i}\n`,
    stdout: `${3 * i}\n`,
  })),
};
const source = '```python\nprint(sum(map(int, input().split())))\n```';

const sandbox = await openSandbox('python');
await judgeCode(problem, 'the first starts the thread', source);
const began = performance.now();
const verdicts = await Promise.all(
  Array.from({ length: PROGRAMS }, () => judgeCode(problem, 'the sum of two numbers', source)),
);
const minutes = (performance.now() - began) / 60_000;
await closeSandboxes();
if (!verdicts.every(({ correct }) => correct)) throw new Error('a right solution was not taken for right');
console.log(
  `Python programs judged, ten tests each, ${sandbox.name}, ${availableParallelism()} cores: ` +
    `${Math.round(PROGRAMS / minutes)} a minute (target 200)`,
);
