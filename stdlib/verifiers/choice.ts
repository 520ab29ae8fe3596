import type { Verdict, Verifier } from '../../runtime/tasks/index.ts';
import { finalAnswer } from './math/extract.ts';

const WRONG: Verdict = { score: 0, correct: false };
const RIGHT: Verdict = { score: 1, correct: true };

/** Letters that name an option. */
const LETTER =
  /^[\s$*]*(?:\\(?:text|textbf|mathrm|mathbf)\s*\{\s*)?(?:option|choice|answer)?[\s:]*[([]?\s*([A-Za-z])\s*[)\]]?(?:\}|[\s$*.:,]|$)/i;

/**
 * Judges multiple choice by the letter of the option: `C`, `(C)`, `\text{C}`, `Option C`, `C. 5 m/s`. The problem's
 * answer is the letter; where `data.options` holds the options' texts (letter to text), the text of the right
 * option alone counts as well, unless another option reads the same.
 */
export const choice: Verifier = {
  name: 'choice',
  verify(problem, response): Verdict {
    const given = finalAnswer(response);
    const expected = letterOf(problem.answer);
    if (given === undefined || expected === undefined) return WRONG;
    const letter = letterOf(given);
    if (letter !== undefined) return letter === expected ? RIGHT : WRONG;
    const options = optionsOf(problem.data);
    const named = Object.keys(options).filter((key) => plain(options[key]!) === plain(given));
    return named.length === 1 && letterOf(named[0]!) === expected ? RIGHT : WRONG;
  },
  doubt: (answer) =>
    letterOf(answer) === undefined ? 'a text that begins with no letter of an option' : null,
};

function letterOf(text: string): string | undefined {
  const match = LETTER.exec(text.trim());
  // A letter that a word goes on from is no option; a lone letter, or one set off by brackets or a full stop, is.
  if (match === null) return undefined;
  const rest = text
    .trim()
    .slice(match[0].length)
    .replace(/[\s*$}]+/g, '');
  const setOff = rest === '' || /[)\].:,}]\s*$/.test(match[0]);
  return setOff ? match[1]!.toUpperCase() : undefined;
}

function optionsOf(data: unknown): Readonly<Record<string, string>> {
  const options = (data as { options?: unknown } | null | undefined)?.options;
  if (typeof options !== 'object' || options === null) return {};
  return Object.fromEntries(Object.entries(options).filter(([, text]) => typeof text === 'string')) as Record<
    string,
    string
  >;
}

function plain(text: string): string {
  return text
    .replace(/\\text\s*\{([^{}]*)\}/g, '$1')
    .replace(/[\s$.,*]+/g, ' ')
    .trim()
    .toLowerCase();
}
