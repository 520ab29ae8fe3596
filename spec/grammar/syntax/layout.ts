import type { Choices } from './choices.ts';

/**
 * What may stand before a token: anything; nothing that ends the line; or something that does.
 * (Where a line may end is the language's: a value that is a single name, for one, stands behind its colon.)
 */
export type Gap = 'any' | 'line' | 'break';

export interface Token {
  readonly text: string;
  readonly gap: Gap;
  /** The doc comment of what begins here, empty: it has none; null: nothing here takes one. */
  readonly doc: string | null;
}

/** A text with the marks of the comments that were strewn into it, each of which is in it once. */
export interface LaidOut {
  readonly text: string;
  readonly comments: readonly string[];
}

const inLine = [' ', '', '  ', '\t', ' /* # */ ', '/* # */', ' /* # *//* # */ '];
const ending = [
  '\n',
  '\n\n',
  '\r\n',
  ' \n\n\n\t',
  ' // #\n',
  '\n// #\n',
  '\n\n// #\n\n',
  ' /// #\n',
  '\n/// #\n',
];
const endingMore = ['/* # */ // #\n', ' // #\n// #\n', '\n/* # */\n', '\n/// #\n// #\n', '\n//\n'];
const tall = ['\n/* #\n * more */\n', '\n/* #\n more */\n\n'];
const within = ['\n/* # */ ', ' /* #\n more */ '];

const gaps: Readonly<Record<Gap, readonly string[]>> = {
  line: inLine,
  break: [...ending, ...endingMore, ...tall],
  any: [...inLine, ...inLine, ...ending, ...endingMore, ...tall, ...within],
};

/** Puts spaces, line ends and comments between tokens. */
export function layOut(tokens: readonly Token[], choices: Choices): LaidOut {
  const comments: string[] = [];
  let text = '';
  tokens.forEach((token, i) => {
    // Most gaps are plain, so that lines have some length.
    const plain = token.gap === 'break' ? '\n' : ' ';
    let gap = choices.one([plain, plain, plain, ...gaps[token.gap]]);
    const before = tokens[i - 1]?.text ?? '';
    if (gap === '' && (i === 0 || merges(before, token.text))) gap = ' ';
    if (before.endsWith('/') && gap.startsWith('/')) gap = ` ${gap}`;
    gap = gap.replaceAll('#', () => {
      comments.push(`§${comments.length + 1}§`);
      return comments.at(-1)!;
    });
    if (i === 0 && token.gap === 'break') gap = gap.trimStart();
    text += gap;
    if (token.doc !== null) text += docLines(token.doc, text, choices);
    if (/[\r\n]$/.test(text)) text += choices.one(['', '  ', '    ', '\t']);
    text += token.text;
  });
  text += choices.one(['\n', '', ' // end\n', '\n// end', '\n\n\n', '\n/* end */']);
  return { text, comments };
}

/** The lines of a doc comment, apart from a comment above that looks like one. */
function docLines(doc: string, before: string, choices: Choices): string {
  const apart = /(?:^|[\r\n])[ \t]*\/\/\/[^\r\n]*(?:\r\n?|\n)$/.test(before) ? '\n' : '';
  if (doc === '') return apart;
  const lines = doc.split('\n').map((line) => {
    const space = /^ /.test(line) ? ' ' : choices.one([' ', ' ', '']);
    return `${choices.one(['', '  '])}///${space}${line}${choices.one(['', '', '  '])}\n`;
  });
  return apart + (/[\r\n]$/.test(before) ? '' : '\n') + lines.join('');
}

/** Whether two tokens without a space between them would be others. */
function merges(one: string, next: string): boolean {
  const [a, b] = [one.at(-1)!, next[0]!];
  if (/[\w@]/.test(a) && /[\w-]/.test(b)) return true;
  return /[<>=:|!.&/*+-]/.test(a) && /[<>=:|!.&/*+-]/.test(b);
}
