import type { Code } from '../../diagnostics/codes.ts';
import { page, type Page } from '../page.ts';

/** Pages about levels, curricula and audits. */
export const curriculumPages = {
  C0601: page(
    'The levels of a task are not numbered 1, 2, 3 and so on.',
    'A curriculum moves from a level to the next, and a report that names level 3 must mean the third from the easiest.',
    'task riddles(words: Range in 2..8 = 2..4) = code("./riddle", export: "riddle") levels {\n  1 { words: 2..2 }\n  3 { words: 3..4 }\n}',
    'task riddles(words: Range in 2..8 = 2..4) = code("./riddle", export: "riddle") levels {\n  1 { words: 2..2 }\n  2 { words: 3..4 }\n}',
  ),
  C0602: page(
    'A level is asked for that the task does not have.',
    'The levels of a task are those that its declaration lists; `prorl tasks NAME` shows what each of them sets.',
    'mixture sums {\n  chain_sum(level: 40): 1\n}',
    'mixture sums {\n  chain_sum(level: 4): 1\n}',
  ),
  C0604: page(
    'A mixture has a curriculum that cannot change anything: none of its entries has several levels and its floor is 100%, or only a supervised stage draws from it.',
    'A curriculum moves an entry through its levels by the pass rate of sampled responses, and draws less of what is always right or always wrong.',
    'mixture sums {\n  chain_sum(terms: 2..4): 1\n  curriculum { keep: 20%..80% }\n}',
    'mixture sums {\n  chain_sum(level: 1..6): 1\n  curriculum { keep: 20%..80% }\n}',
  ),
  C0605: page(
    'An audit compares a figure of training with a figure of a suite, and one of the two is never read.',
    'A reward that rises while held-out problems go no better is a reward that is being gamed. To see it, the suite must be evaluated.',
    'pipeline main {\n  model: nano\n  audit reward.mean against heldout.pass@1\n  run explore for 300 steps\n}',
    'pipeline main {\n  model: nano\n  evaluate heldout every 25 steps\n  audit reward.mean against heldout.pass@1 { over: 4 evaluations }\n  run explore for 300 steps\n}',
  ),
  C0603: page(
    'The word behind "domain" is none of the domains.',
    'Metrics and reports join tasks by domain: a word of its own would make a curve of its own that no other run has.',
    'task riddles(words: Range in 2..8 = 2..4) = code("./riddle", export: "riddle") domain riddles',
    'task riddles(words: Range in 2..8 = 2..4) = code("./riddle", export: "riddle") domain logic',
  ),
} satisfies Partial<Record<Code, Page>>;
