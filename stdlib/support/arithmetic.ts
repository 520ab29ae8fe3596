import { writeFraction } from './values.ts';

/** An exact number: top over bottom, the bottom above 0. */
interface Ratio {
  readonly top: number;
  readonly bottom: number;
}

/** Deeper brackets, or longer texts, are not read. */
const LONGEST = 200;

/**
 * The value of a text of whole numbers, + - * / and brackets, the numbers in it, and what each sign gives, in the order
 * in which one works it out (`2*3=6`); undefined where it is no such text, divides by 0, or grows beyond what is exact.
 */
export function readArithmetic(
  text: string,
): { value: Ratio; numbers: number[]; steps: string[] } | undefined {
  const plain = text.replace(/ /g, '');
  if (plain.length > LONGEST || !/^[\d+*/()-]+$/.test(plain)) return undefined;
  const tokens = plain.match(/\d+|[+*/()-]/g) ?? [];
  const numbers: number[] = [];
  const steps: string[] = [];
  const note = (a: Ratio, sign: string, b: Ratio, value: Ratio | undefined): Ratio | undefined => {
    if (value !== undefined) steps.push(`${write(a)}${sign}${write(b)}=${write(value)}`);
    return value;
  };
  let at = 0;

  const sum = (): Ratio | undefined => {
    let value = product();
    while (value !== undefined && (tokens[at] === '+' || tokens[at] === '-')) {
      const sign = tokens[at++]!;
      const next = product();
      if (next === undefined) return undefined;
      const added = (sign === '+' ? 1 : -1) * next.top * value.bottom;
      value = note(value, sign, next, exact(value.top * next.bottom + added, value.bottom * next.bottom));
    }
    return value;
  };
  const product = (): Ratio | undefined => {
    let value = atom();
    while (value !== undefined && (tokens[at] === '*' || tokens[at] === '/')) {
      const sign = tokens[at++]!;
      const next = atom();
      if (next === undefined) return undefined;
      const by = sign === '*' ? next : { top: next.bottom, bottom: next.top };
      value = note(value, sign, next, exact(value.top * by.top, value.bottom * by.bottom));
    }
    return value;
  };
  const atom = (): Ratio | undefined => {
    const token = tokens[at++];
    if (token === '(') {
      const inner = sum();
      return tokens[at++] === ')' ? inner : undefined;
    }
    if (token === undefined || !/^\d{1,6}$/.test(token)) return undefined;
    numbers.push(Number(token));
    return { top: Number(token), bottom: 1 };
  };

  const value = sum();
  return value === undefined || at !== tokens.length ? undefined : { value, numbers, steps };
}

function write({ top, bottom }: Ratio): string {
  return writeFraction(top, bottom);
}

function exact(top: number, bottom: number): Ratio | undefined {
  if (bottom === 0 || !Number.isSafeInteger(top) || !Number.isSafeInteger(bottom)) return undefined;
  return bottom < 0 ? { top: 0 - top, bottom: 0 - bottom } : { top, bottom };
}
