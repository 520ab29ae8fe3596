import { afterReasoning } from '../../../runtime/tasks/index.ts';

/** A final answer is short; what is longer is not looked at, so that judging stays bounded. */
const LONGEST_ANSWER = 1000;

/** Only the end of a response is searched for a sentence that states the answer. */
const LONGEST_CLOSING = 4000;

/**
 * The final answer that a response states, or undefined where it states none. Reasoning before the last
 * `</think>` does not count, nor does anything where a `<think>` is never closed. Of `\boxed{...}` and
 * `<answer>...</answer>` the one that ends last counts; without either, a last line `#### ...` (as GSM8K,
 * arXiv:2110.14168, writes it), or else the last sentence of the form "the answer is ..." or "answer: ...". A number
 * that merely stands somewhere is no answer.
 */
export function finalAnswer(response: string): string | undefined {
  const said = afterReasoning(response);
  if (said === undefined) return undefined;
  const boxed = lastBoxed(said);
  const tagged = lastTagged(said);
  const last = boxed && tagged ? (boxed.end > tagged.end ? boxed : tagged) : (boxed ?? tagged);
  const text = last === undefined ? closing(said) : unwrap(last.text);
  const answer = text?.trim();
  return answer === undefined || answer === '' || answer.length > LONGEST_ANSWER ? undefined : answer;
}

/** Longer texts are sentences, which only the same sentence would answer. */
const LONGEST_TEXT = 200;

/** What a reference answer is instead of one that could be compared with others; null where it is one. */
export function noAnswer(reference: string): string | null {
  if (finalAnswer(reference) !== undefined) return null;
  const text = reference.trim();
  const lines = text.split('\n').length;
  if (text === '') return 'an empty text';
  if (lines > 1) return `a text of ${lines} lines that marks no final answer`;
  return text.length > LONGEST_TEXT ? `a text of ${text.length} characters that marks no final answer` : null;
}

interface Found {
  readonly text: string;
  readonly end: number;
}

/** The last `\boxed{...}` (or `\fbox{...}`) whose braces balance. */
function lastBoxed(text: string): Found | undefined {
  for (let at = text.length; at > 0;) {
    const start = Math.max(text.lastIndexOf('\\boxed', at - 1), text.lastIndexOf('\\fbox', at - 1));
    if (start < 0) return undefined;
    const open = /^\\(?:boxed|fbox)\s*\{/.exec(text.slice(start, start + 40));
    const end = open === null ? -1 : closingBrace(text, start + open[0].length - 1);
    if (open !== null && end >= 0) {
      const content = text.slice(start + open[0].length, end);
      if (content.trim() !== '') return { text: content, end };
    }
    at = start;
  }
  return undefined;
}

/** The place of the brace that closes the one at `open`; -1 where none does within an answer's length. */
function closingBrace(text: string, open: number): number {
  let depth = 0;
  const limit = Math.min(text.length, open + LONGEST_ANSWER + 2);
  for (let i = open; i < limit; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return i;
  }
  return -1;
}

function lastTagged(text: string): Found | undefined {
  const end = text.lastIndexOf('</answer>');
  if (end < 0) return undefined;
  const open = text.lastIndexOf('<answer>', end);
  return open < 0 ? undefined : { text: text.slice(open + '<answer>'.length, end), end };
}

/** Inside a tag the answer may be boxed once more, or said as a sentence. */
function unwrap(text: string): string {
  return lastBoxed(text)?.text ?? closing(text) ?? text;
}

/** What the text ends by stating. */
function closing(text: string): string | undefined {
  return /(?:^|\n)\s*####(?!#)\s*(\S[^\n]*?)\s*$/.exec(text.slice(-LONGEST_CLOSING))?.[1] ?? lastStated(text);
}

/** What the last "the answer is ...", "final answer: ..." or "answer = ..." says, to the end of its sentence. */
function lastStated(said: string): string | undefined {
  const text = said.slice(-LONGEST_CLOSING);
  const states = [...text.matchAll(/\banswer\b(?:\s+(?:is|was|equals))?\s*[:=]?\s*(?=\S)/gi)].filter(
    ([match]) => /(?:is|was|equals|[:=])\s*$/i.test(match),
  );
  const last = states.at(-1);
  if (last === undefined) return undefined;
  const rest = text.slice(last.index + last[0].length).replace(/^\*+\s*/, '');
  const formula = /^(?:\$\$?|\\\(|\\\[)([\s\S]+?)(?:\$\$?|\\\)|\\\])/.exec(rest);
  if (formula !== null) return formula[1];
  // A full stop ends the sentence, one inside a number does not.
  return rest.split(/\n|\.(?=\s|$)|[;!?](?=\s|$)/)[0]?.replace(/\*+\s*$/, '');
}
