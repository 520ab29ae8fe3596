import type { Check } from './as-good.ts';

/** Zeros and ones, however they are set apart. */
const sameBits: Check = (_, given, answer) => given.replace(/[ ,]/g, '') === answer;

const sameWords: Check = (_, given, answer) =>
  given
    .split(/[ ,;/]+/)
    .filter(Boolean)
    .join() === answer.split(/[ ,;/]+/).join();

export const LOGIC: Readonly<Record<string, Check>> = {
  knights_knaves: (_, given, answer) => given.toUpperCase().replace(/[ ,]/g, '') === answer,
  truth_table: sameBits,
  logic_circuit: sameBits,
  zebra_puzzle: sameWords,
  satisfy_formula: (prompt, given) => {
    const bits = given.replace(/[ ,]/g, '');
    const [, formula = '', names = ''] = /^make (.*) true: (\w+)=/.exec(prompt) ?? [];
    if (bits.length !== names.length || !/^[01]+$/.test(bits)) return false;
    return formula.split('&').every((clause) =>
      clause
        .slice(1, -1)
        .split('|')
        .some(
          (literal) => (bits[names.indexOf(literal.replace('!', ''))] === '1') !== literal.startsWith('!'),
        ),
    );
  },
};
