import { defineTask, range, type Random } from '../../../runtime/tasks/index.ts';
import { slipSigned } from '../../support/hand.ts';
import { sameIntegers, shareOfIntegers } from '../../support/values.ts';

interface Examples {
  /** Which function it is. */
  readonly rule: number;
  /** What it adds, multiplies by, compares with or counts to. */
  readonly constant: number;
  readonly inputs: readonly (readonly number[])[];
}

/** No function leaves a list empty, so that there is an answer to write. */
const RULES: readonly ((list: readonly number[], constant: number) => number[])[] = [
  (list, constant) => list.map((n) => n + constant),
  (list, constant) => list.map((n) => n * constant),
  (list) => [...list].reverse(),
  (list) => [...list].sort((a, b) => a - b),
  (list) => [...list].sort((a, b) => b - a),
  (list) => [list.reduce((sum, n) => sum + n, 0)],
  (list) => [Math.max(...list)],
  (list) => [Math.max(...list), Math.min(...list)],
  (list, constant) => [...list, constant],
  (list, constant) => [constant, ...list],
  (list) => list.flatMap((n) => [n, n]),
  (list) => list.map((n, i) => n + i),
  (list) => list.map((_, i) => list.slice(0, i + 1).reduce((sum, n) => sum + n, 0)),
  (list) => [...list.slice(1), ...list.slice(0, 1)],
  (list) => [...list, list.length],
  (list) => [list.at(-1) ?? 0, ...list.slice(1, -1), list[0] ?? 0],
];

/** What each of them does, in words; # stands for its constant. */
const WORDS = [
  'each +#',
  'each *#',
  'reverse',
  'up',
  'down',
  'sum',
  'max',
  'max,min',
  '# last',
  '# first',
  'each twice',
  'each +place from 0',
  'sums so far',
  'first to end',
  'length last',
  'ends change over',
];

/**
 * Finds the function that makes one list of another from examples, and applies it. Scored by the share of numbers
 * that are right. The steps say which function it is.
 *
 *     1,4,0>2,5,1 7,3,8>8,4,9 6,2,2>?   ->   each +1<answer>7,3,3</answer>
 */
export const listFunctions = defineTask({
  name: 'list_functions',
  settings: {
    length: range({ within: [3, 12], default: [3, 4] }),
    value: range({ within: [0, 999], default: [0, 9] }),
    examples: range({ within: [2, 6], default: [2, 3] }),
  },

  /**
   * Lists are drawn until all functions that fit the examples agree on the question. In a narrow range of numbers
   * that may never be: so it grows with each try.
   */
  pose({ length, value, examples }, random): Examples {
    for (let tries = 0; ; tries++) {
      const rule = random.int(0, RULES.length - 1);
      const constant = random.int(2, 9);
      const list = () => drawList(random.int(length.from, length.to), value.from, value.to + tries, random);
      const inputs = Array.from({ length: random.int(examples.from, examples.to) + 1 }, list);
      if (isClear(rule, constant, inputs)) return { rule, constant, inputs };
    }
  },

  prompt({ rule, constant, inputs }) {
    const shown = inputs
      .slice(0, -1)
      .map((input) => `${input.join(',')}>${apply(rule, constant, input).join(',')}`);
    return `${shown.join(' ')} ${inputs.at(-1)?.join(',')}>?`;
  },

  work({ rule, constant, inputs }) {
    return { steps: say(rule, constant), answer: apply(rule, constant, inputs.at(-1) ?? []).join(',') };
  },

  /** One number comes out wrong. */
  slip({ rule, constant, inputs }, random) {
    const result = apply(rule, constant, inputs.at(-1) ?? []);
    const at = random.int(0, result.length - 1);
    result[at] = slipSigned(result[at] ?? 0, random);
    return { steps: say(rule, constant), answer: result.join(',') };
  },

  accepts: sameIntegers,
  credit: shareOfIntegers,
});

function say(rule: number, constant: number): string {
  return (WORDS[rule] ?? '').replace('#', `${constant}`);
}

function drawList(length: number, from: number, to: number, random: Random): number[] {
  return Array.from({ length }, () => random.int(from, to));
}

function apply(rule: number, constant: number, input: readonly number[]): number[] {
  return RULES[rule]?.(input, constant) ?? [];
}

/** Whether all functions that make the examples what they are give the same answer. */
function isClear(rule: number, constant: number, inputs: readonly (readonly number[])[]): boolean {
  const right = inputs.map((input) => apply(rule, constant, input).join());
  for (let other = 0; other < RULES.length; other++) {
    for (let number = 2; number <= 9; number++) {
      const results = inputs.map((input) => apply(other, number, input).join());
      if (results.slice(0, -1).join(';') === right.slice(0, -1).join(';') && results.at(-1) !== right.at(-1))
        return false;
    }
  }
  return true;
}
