import { defineTask, range } from '../../../runtime/tasks/index.ts';
import { readArithmetic } from '../../support/arithmetic.ts';

interface Countdown {
  readonly numbers: readonly number[];
  readonly target: number;
  /** How the target was made. */
  readonly expression: string;
}

/**
 * Makes a number of others by + - * / and brackets, each used once at most; any way counts. The steps work it out.
 *
 *     make 31 of 3,5,7,9 (each once at most)=?   ->   9-5=4 4*7=28 28+3=31<answer>(9-5)*7+3</answer>
 */
export const countdown = defineTask({
  name: 'countdown',
  settings: {
    numbers: range({ within: [2, 8], default: [3, 4] }),
    number: range({ within: [1, 100], default: [1, 12] }),
  },

  /** Numbers are joined two by two until one is left, which is the target. */
  pose({ numbers, number }, random): Countdown {
    const drawn = Array.from({ length: random.int(numbers.from, numbers.to) }, () =>
      random.int(number.from, number.to),
    );
    let parts: Part[] = drawn.map((value) => ({ value, text: `${value}`, sum: false }));
    while (parts.length > 1) {
      const [a, b, ...rest] = random.shuffle(parts) as [Part, Part, ...Part[]];
      parts = [join(a, b, random.pick(['+', '-', '*', '/'] as const)), ...rest];
    }
    const [{ value, text }] = parts as [Part];
    return { numbers: drawn.sort((a, b) => a - b), target: value, expression: text };
  },

  prompt({ numbers, target }) {
    return `make ${target} of ${numbers.join(',')} (each once at most)=?`;
  },

  work({ expression }) {
    return { steps: workOut(expression), answer: expression };
  },

  /** One sign is another: the first such change that misses the target, from a random place on. */
  slip({ expression, target }, random) {
    const places = [...expression.matchAll(/[+*/-]/g)].map(({ index }) => index);
    for (const at of random.shuffle(places)) {
      for (const sign of random.shuffle(['+', '-', '*'])) {
        const wrong = expression.slice(0, at) + sign + expression.slice(at + 1);
        const { value } = readArithmetic(wrong) ?? {};
        if (value !== undefined && value.top !== target * value.bottom)
          return { steps: workOut(wrong), answer: wrong };
      }
    }
    return { steps: workOut(`${target}+0`), answer: `${target}+0` };
  },

  accepts(given, _expected, { numbers, target }) {
    const read = readArithmetic(given.replace(/ ?= ?\d+$/, ''));
    if (read === undefined || read.value.top !== target * read.value.bottom) return false;
    const left = [...numbers];
    return read.numbers.every((number) => {
      const at = left.indexOf(number);
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
  },
});

function workOut(expression: string): string {
  return readArithmetic(expression)?.steps.join(' ') ?? '';
}

interface Part {
  readonly value: number;
  readonly text: string;
  /** Whether it is a sum or difference, which needs brackets in a product. */
  readonly sum: boolean;
}

/** Products do not grow beyond this: a sum stands for them. */
const LARGEST = 9999;

/** The two joined; where a difference would not be above 0 or a quotient not whole, by a sum or a product. */
function join(a: Part, b: Part, op: '+' | '-' | '*' | '/'): Part {
  const bracket = (part: Part) => (part.sum ? `(${part.text})` : part.text);
  if (op === '-' && a.value > b.value)
    return { value: a.value - b.value, text: `${a.text}-${bracket(b)}`, sum: true };
  if (op === '/' && a.value % b.value === 0) {
    const divisor = /[*/+-]/.test(b.text) ? `(${b.text})` : b.text;
    return { value: a.value / b.value, text: `${bracket(a)}/${divisor}`, sum: false };
  }
  if ((op === '*' || op === '/') && a.value * b.value <= LARGEST)
    return { value: a.value * b.value, text: `${bracket(a)}*${bracket(b)}`, sum: false };
  return { value: a.value + b.value, text: `${a.text}+${b.text}`, sum: true };
}
