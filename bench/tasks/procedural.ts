/**
 * How many problems each procedural task of the standard library poses and scores in a second, on one core, at its
 * defaults: worked solutions and slips (or other wrong answers) in turn. Part of `npm run bench:tasks`.
 */
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import Table from 'cli-table3';
import { randomStream } from '../../runtime/control/index.ts';
import { loadTask, writeAnswer, type ProceduralTask } from '../../runtime/tasks/index.ts';

/** Targets of the arithmetic tasks, problems a second. */
const POSED = 10_000;
const SCORED = 5_000;

/** Each figure is measured for so many milliseconds, after as many to warm up. */
const SPAN = process.argv.includes('--short') ? 10 : 150;
const AREAS = ['math', 'stem', 'logic', 'algorithms', 'graphs', 'games', 'induction'];

const table = new Table({ head: ['task', 'posed/s', 'scored/s'], style: { head: [], border: [] } });
const short: string[] = [];
for (const area of AREAS) {
  for (const file of readdirSync(new URL(`../../stdlib/tasks/${area}/`, import.meta.url))) {
    const module = `${area}/${basename(file, '.ts')}`;
    const name = basename(file, '.ts').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const task = (await loadTask({ module: `prorl:tasks/${module}`, export: name }, '.')) as ProceduralTask;
    const { posed, scored } = measure(task);
    table.push([module, figure(posed), figure(scored)]);
    if (area === 'math' && (posed < POSED || scored < SCORED)) short.push(task.name);
  }
}
console.log(table.toString());
console.log(
  `Arithmetic tasks (math), targets ${figure(POSED)} posed and ${figure(SCORED)} scored a second: ` +
    (short.length === 0 ? 'all reach both' : `short of one: ${short.join(', ')}`),
);

function measure(task: ProceduralTask): { posed: number; scored: number } {
  const random = randomStream(1, 'bench', task.name);
  const pose = () => task.generate({}, random);
  rate(pose);
  const posed = rate(pose);
  const problems = Array.from({ length: 200 }, pose);
  const responses = problems.map((problem, i) =>
    i % 2 === 0 ? task.solve(problem) : (task.slip?.(problem, random) ?? writeAnswer(`${problem.answer}0`)),
  );
  let next = 0;
  const score = () => {
    next = (next + 1) % problems.length;
    return task.verify(problems[next]!, responses[next]!);
  };
  rate(score);
  return { posed, scored: rate(score) };
}

/** Calls a second. */
function rate(call: () => unknown): number {
  const began = performance.now();
  let calls = 0;
  let spent = 0;
  while (spent < SPAN) {
    for (let i = 0; i < 10; i++) call();
    calls += 10;
    spent = performance.now() - began;
  }
  return (calls / spent) * 1000;
}

function figure(value: number): string {
  return Math.round(value).toLocaleString('en');
}
