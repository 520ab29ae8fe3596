import type { Problem } from '../../runtime/tasks/index.ts';
import { GAMES } from './as-good-games.ts';
import { GRAPHS } from './as-good-graphs.ts';
import { LOGIC } from './as-good-logic.ts';

/** Whether an answer to a prompt is right, told another answer that is. */
export type Check = (prompt: string, given: string, answer: string) => boolean;

const numbers = (text: string) =>
  text
    .replace(/^[([{]|[)\]}]$/g, '')
    .split(/ ?[,;] ?| /)
    .map((part) => (/^[+-]?\d+$/.test(part) ? Number(part) : NaN));

const sameList: Check = (_, given, answer) => String(numbers(given)) === String(numbers(answer));

const ratio = (text: string) => {
  const parts = /^([+-]?\d+)( ?\/ ?(\d+))?$/.exec(text);
  return parts === null ? NaN : Number(parts[1]) / Number(parts[3] ?? 1);
};

const sameRatio: Check = (_, given, answer) => Math.abs(ratio(given) - ratio(answer)) < 1e-12;

const sameDecimal: Check = (_, given, answer) =>
  /^[+-]?\d+(\.\d+)?$/.test(given) &&
  Math.abs(Number(given) - Number(answer)) < 1e-12 * (1 + Math.abs(Number(answer)));

/** Polynomials are the same where their values are at more points than their powers can be. */
const samePolynomial: Check = (_, given, answer) => {
  const plain = given.replace(/[ *]/g, '');
  if (!/^[+-]?(\d+(x(\^\d{1,2})?)?|x(\^\d{1,2})?)([+-](\d+(x(\^\d{1,2})?)?|x(\^\d{1,2})?))*$/.test(plain))
    return false;
  const at = (text: string, x: number) =>
    text
      .replace(/[ *]/g, '')
      .split(/(?=[+-])/)
      .map((term) => {
        const [size = '', power] = term.split('x');
        const factor = /\d/.test(size) ? Number(size) : size === '-' ? -1 : 1;
        return power === undefined ? Number(size) : factor * x ** Number(power.replace('^', '') || 1);
      })
      .reduce((sum, value) => sum + value, 0);
  return [2, 3, 5, 7, 11, 0.5].every((x) => {
    const [a, b] = [at(given, x), at(answer, x)];
    return Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(b));
  });
};

const sameMatrix: Check = (_, given, answer) =>
  /^\[[^[\]]*\]$/.test(given) &&
  given
    .slice(1, -1)
    .split(';')
    .map((row) =>
      row
        .trim()
        .split(/ ?, ?| /)
        .map((entry) => (/^[+-]?\d+$/.test(entry) ? Number(entry) + 0 : NaN)),
    )
    .join(';') ===
    answer
      .slice(1, -1)
      .split(';')
      .map((row) => row.split(' ').map(Number))
      .join(';');

const MATH: Readonly<Record<string, Check>> = {
  fraction_sum: sameRatio,
  dice_probability: sameRatio,
  simplify_fraction: (_, given, answer) => given.replace(/ ?\/ ?/, '/') === answer,
  decimal_sum: sameDecimal,
  percentage: sameDecimal,
  unit_conversion: sameDecimal,
  polynomial_product: samePolynomial,
  derivative: samePolynomial,
  matrix_product: sameMatrix,
  linear_system: sameList,
  quadratic_roots: (_, given, answer) =>
    given.split(',').length <= 2 &&
    [...new Set(numbers(given))].sort().join() === [...new Set(numbers(answer))].sort().join(),
  prime_factors: (prompt, given) => {
    const value = Number(/\d+/.exec(prompt)?.[0]);
    const primes = given.split(/ ?[*x] ?/).flatMap((term) => {
      const [base = '', power = '1'] = term.split('^');
      return /^\d{1,6}$/.test(base) && /^[1-9]\d?$/.test(power)
        ? Array<number>(Number(power)).fill(Number(base))
        : [0];
    });
    const prime = (n: number) =>
      n > 1 && !Array.from({ length: 999 }, (_, i) => i + 2).some((d) => d < n && n % d === 0);
    return primes.reduce((product, one) => product * one, 1) === value && primes.every(prime);
  },
  roman_numerals: (_, given, answer) => given.toUpperCase() === answer,
  date_after: (_, given, answer) =>
    /^\d{4}-\d{1,2}-\d{1,2}$/.test(given) &&
    String(given.split('-').map(Number)) === String(answer.split('-').map(Number)),
  weekday: (_, given, answer) => given.toLowerCase() === answer.toLowerCase(),
};

const without = (text: string) => text.replace(/[ ,]/g, '');
const sameRows: Check = (_, given, answer) =>
  given
    .split(/[ ,;/]+/)
    .filter(Boolean)
    .join('/') === answer;

const ALGORITHMS: Readonly<Record<string, Check>> = {
  sort_numbers: sameList,
  list_functions: sameList,
  run_length: (_, given, answer) => without(given) === answer,
  spiral_matrix: (_, given, answer) => without(given) === answer,
  life_step: sameRows,
  rotate_matrix: sameRows,
};

const CHECKS: Readonly<Record<string, Check>> = { ...MATH, ...ALGORITHMS, ...LOGIC, ...GRAPHS, ...GAMES };

/** Most tasks have one right answer: spaces, leading zeros and a plus are but spelling. */
const sameSpelling: Check = (_, given, answer) => {
  const plain = (text: string) => text.replace(/^([+-]?)0+(?=[0-9a-z])/, '$1').replace(/^\+/, '');
  return plain(given) === plain(answer) || (answer === '0' && /^[+-]?0+$/.test(given));
};

/**
 * Whether an answer is right, found independently of the task's own verifier: from the prompt as a reader would
 * take it or, for tasks with one right answer, by comparing it with the reference.
 */
export function asGood(task: string, { prompt, answer }: Problem, given: string): boolean {
  return given === answer || (CHECKS[task] ?? sameSpelling)(prompt, given, answer);
}
