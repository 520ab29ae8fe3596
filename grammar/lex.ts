import type { ILexingError, IToken } from 'chevrotain';
import { addressWithoutQuotes, bareAddresses, quoteAddresses, quoteBareTexts } from './bare-texts.ts';
import { Lexer } from './chevrotain.ts';
import { problem, replace, type Diagnostic } from './diagnostics/index.ts';
import { ownSigns } from './foreign-signs.ts';
import { bracesForIndentation } from './indented-blocks.ts';
import { dotsForWords } from './range-words.ts';
import { spanOf, spanAt, type Source } from './source.ts';
import type { Span } from './span.ts';
import * as t from './tokens.ts';

/** The tokens of a file, without comments, which stand beside them. */
export interface Lexed {
  readonly tokens: IToken[];
  readonly comments: readonly IToken[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A file that is longer (in UTF-16 units) is not read. */
export const longestFile = 4 * 1024 * 1024;

/** Trying the words one after the other would be most of its work. */
const lexer = new Lexer(
  t.allTokens.filter((type) => !t.words.includes(type)),
  { ensureOptimizations: true, skipValidations: true },
);
const wordOf = new Map(t.words.map((word) => [word.PATTERN as string, word]));

/** Splits a text into tokens. What is no token is reported and left out. */
export function lex(source: Source): Lexed {
  const unreadable = notText(source);
  if (unreadable !== undefined) return { tokens: [], comments: [], diagnostics: [unreadable] };
  let result = lexer.tokenize(source.text);
  const addresses = bareAddresses(source, result.tokens);
  if (addresses.length > 0) result = lexer.tokenize(quoteAddresses(source.text, addresses));
  const diagnostics = strangers(source, result.errors);
  diagnostics.push(...addresses.map((span) => addressWithoutQuotes(source, span)));
  const tokens: IToken[] = [];
  for (const { start, end } of addresses) {
    const token = result.tokens.find((one) => one.startOffset === start);
    if (token !== undefined) token.image = `"${source.text.slice(start, end)}"`;
  }
  for (const token of result.tokens) {
    const word = token.tokenType === t.Identifier ? wordOf.get(token.image) : undefined;
    if (word !== undefined) {
      token.tokenType = word;
      token.tokenTypeIdx = word.tokenTypeIdx!;
    }
    const found = isSuspect(token) ? misspelt(source, token) : undefined;
    if (found !== undefined) diagnostics.push(found);
    if (token.tokenType !== t.Semicolon) tokens.push(token);
  }
  const comments = result.groups['comments'] ?? [];
  const damage = source.text.indexOf('\ufffd');
  if (damage >= 0) diagnostics.push(notUtf8(spanAt(source, damage, damage + 1)));
  for (const comment of comments) {
    if (comment.tokenType === t.UnfinishedComment) {
      const span = spanOf(source, comment);
      diagnostics.push(
        problem('P0105', spanAt(source, span.start, span.start + 2), 'this comment has no end', {
          label: 'begins here and runs to the end of the file',
          reason: 'A comment that begins with "/*" ends with "*/". A comment of one line begins with "//".',
          fix: replace(
            { ...span, start: span.end, line: span.endLine, column: span.endColumn },
            ' */',
            'write "*/" where the comment should end',
          ),
        }),
      );
    } else if (comment.tokenType === t.HashComment) {
      const span = spanOf(source, comment);
      diagnostics.push(
        problem(
          'P0107',
          spanAt(source, span.start, span.start + 1),
          'a comment begins with "//", not with "#"',
          {
            fix: replace(spanAt(source, span.start, span.start + 1), '//', 'write "//"'),
          },
        ),
      );
    }
  }
  const bare = quoteBareTexts(source, tokens);
  const signs = ownSigns(source, bare.tokens);
  const ranges = dotsForWords(source, signs.tokens);
  const blocks = bracesForIndentation(source, ranges.tokens);
  for (const stage of [bare, signs, ranges, blocks]) diagnostics.push(...stage.diagnostics);
  return { tokens: blocks.tokens, comments, diagnostics };
}

function notText(source: Source): Diagnostic | undefined {
  const { text } = source;
  if (text.length > longestFile) {
    return problem('P0102', spanAt(source, 0, 0), 'this file is too large for a pipeline', {
      label: `${(text.length / 1024 / 1024).toFixed(1)} MB; the limit is ${longestFile / 1024 / 1024} MB`,
      reason: 'A .prorl file describes a run; it does not hold data. Data belongs to tasks.',
    });
  }
  const at = text.indexOf('\0');
  if (at < 0) return undefined;
  return problem('P0101', spanAt(source, at, at + 1), 'this file is not text', {
    label: 'a NUL byte',
    reason: 'A .prorl file is text in UTF-8. This one holds binary data, or text in UTF-16.',
    fix: { title: 'save the file as UTF-8, or name another file', edits: [] },
  });
}

/** Characters that begin no token: one message for each run of them. */
function strangers(source: Source, errors: readonly ILexingError[]): Diagnostic[] {
  return errors.flatMap((error) => {
    const span = spanAt(source, error.offset, error.offset + error.length);
    const text = source.text.slice(span.start, span.end);
    const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
    if (text.includes('\ufffd')) return [];
    const typed = typographic.get(first);
    if (typed !== undefined) {
      const here = spanAt(source, span.start, span.start + first.length);
      return problem('P0103', span, `${named(first)} is not part of the language`, {
        reason: 'Word processors and web pages put such characters in place of plain ones.',
        fix: replace(here, typed, `write ${typed === '"' ? 'a plain "' : `"${typed}"`}`),
      });
    }
    if (/[\^%]/.test(first)) {
      return problem('P0103', span, `${named(first)} is not part of the language`, {
        reason:
          'Calculations have + - * / and parentheses. There are no powers and no remainders; a percentage is written right behind its number: 95%.',
        fix: { title: 'write the result', edits: [] },
      });
    }
    const letter = /\p{L}/u.test(first);
    return problem('P0103', span, `${named(first)} is not part of the language`, {
      reason: letter
        ? 'Names are made of the letters a to z and A to Z, digits and "_". Any character may stand in strings and comments.'
        : 'Outside strings and comments a file has names, numbers, strings and the signs { } ( ) [ ] : , . .. = < > <= >= == != | + - * / only.',
      fix: {
        title: letter ? 'choose a name of plain letters' : 'remove it, or put it in a string',
        edits: letter ? [] : [{ span, text: '' }],
      },
    });
  });
}

/** One message for a file: bytes that are not UTF-8 are read as U+FFFD, within strings and comments too. */
function notUtf8(span: Span): Diagnostic {
  return problem('P0101', span, 'these bytes are not UTF-8', {
    reason: 'A .prorl file is text in UTF-8.',
    fix: { title: 'save the file as UTF-8', edits: [] },
  });
}

const typographic = new Map([
  ['\u201c', '"'],
  ['\u201d', '"'],
  ['\u201e', '"'],
  ['\u2013', '-'],
  ['\u2014', '-'],
  ['\u2212', '-'],
  ['\u2026', '..'],
  ['\u2264', '<='],
  ['\u2265', '>='],
  ['\u2260', '!='],
]);

function named(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return code < 32 || (code >= 0x7f && code < 0xa0)
    ? `the control character ${hex}`
    : `"${character}"${code > 126 ? ` (${hex})` : ''}`;
}

const suspects = new Set([
  ...[t.UnfinishedString, t.SingleQuoted, t.AndAnd, t.BarBar, t.Bang, t.ColonEqual, t.EqualGreater],
  ...[t.EqualLess, t.Semicolon],
]);

/** Most tokens are of no such kind, and are not looked at. */
function isSuspect({ tokenType, image }: IToken): boolean {
  return tokenType === t.NumberToken ? /_(?!\d)/.test(image) : suspects.has(tokenType);
}

/** Tokens that are understood but written wrongly. */
function misspelt(source: Source, token: IToken): Diagnostic | undefined {
  const span = spanOf(source, token);
  const write = (text: string, message: string): Diagnostic =>
    problem('P0107', span, message, {
      fix: replace(span, text, text === '' ? 'remove it' : `write "${text.trim()}"`),
    });
  switch (token.tokenType) {
    case t.UnfinishedString:
      return unfinishedString(span, token.image);
    case t.SingleQuoted: {
      const double = `"${token.image.slice(1, -1).replaceAll('"', '\\"').replaceAll("\\'", "'")}"`;
      return problem('P0107', span, 'strings stand in double quotes', {
        fix: replace(span, double, `write ${double}`),
      });
    }
    case t.AndAnd:
      return write('and', '"&&" is written "and"');
    case t.BarBar:
      return write('or', '"||" is written "or"');
    case t.Bang:
      return write('not ', '"!" is written "not"');
    case t.ColonEqual:
      return write('=', '":=" is written "="');
    case t.EqualGreater:
      return write('>=', '"=>" is written ">="');
    case t.EqualLess:
      return write('<=', '"=<" is written "<="');
    case t.Semicolon:
      return write('', 'no semicolons are needed: a new line or a comma ends a field');
    case t.NumberToken:
      return problem('P0108', span, `"${token.image}" is no number`, {
        reason: 'An underline in a number stands between two digits.',
        fix: replace(span, token.image.replaceAll('_', ''), `write ${token.image.replaceAll('_', '')}`),
      });
    default:
      return undefined;
  }
}

function unfinishedString(span: Span, image: string): Diagnostic {
  const quote = image[0] === '"' ? '"' : "'";
  // Brackets and commas at the end of the line stand behind it, most likely.
  const length = image.replace(/[\s)\]},]+$/, '').length;
  const [end, column] = [span.start + length, span.column + length];
  return problem('P0104', span, 'this string has no end', {
    label: `a closing ${quote} is missing on this line`,
    reason: 'A string ends on the line on which it begins. A line break inside is written \\n.',
    fix: replace(
      { ...span, start: end, end, column, endColumn: column },
      quote,
      `write ${quote} where the string should end`,
    ),
  });
}
