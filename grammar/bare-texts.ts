import type { IToken } from 'chevrotain';
import { problem, replace, type Diagnostic } from './diagnostics/index.ts';
import { spanAt, type Source } from './source.ts';
import type { Span } from './span.ts';
import * as t from './tokens.ts';

/** A first argument without quotes of what takes a text, such as `hf("Qwen/Qwen2.5-0.5B")`. */
const ARGUMENT = /\b(?:hf|folder|code|dataset|program)\(\s*([\w.~/][\w.~@/-]*)(?=\s*[,)])/g;
/** A path, the name of a file or that of a model; a name alone may be a parameter. */
const TEXT = /^(?=.*[./])(?:[A-Za-z_~]|\.{0,2}\/)/;

/**
 * Texts without quotes, taken for what they are: otherwise each would be read as a calculation, and all that is strange
 * about that be reported. Gives the tokens with one string in the place of each.
 */
export function quoteBareTexts(
  source: Source,
  tokens: IToken[],
): { tokens: IToken[]; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const quoted: IToken[] = [];
  let at = 0;
  for (const { index, 0: whole, 1: text = '' } of source.text.matchAll(ARGUMENT)) {
    const end = index + whole.length;
    const start = end - text.length;
    while (at < tokens.length && tokens[at]!.startOffset < start) quoted.push(tokens[at++]!);
    const first = tokens[at];
    // In a comment or a string there is no such token.
    if (first?.startOffset !== start || tokens[at - 1]?.tokenType !== t.LParen || !TEXT.test(text)) continue;
    let last = first;
    while (at < tokens.length && tokens[at]!.startOffset < end) last = tokens[at++]!;
    const image = `"${text}"`;
    const { tokenTypeIdx } = t.StringToken;
    const { endOffset, endColumn } = last;
    quoted.push({
      ...first,
      image,
      ...(endOffset === undefined ? {} : { endOffset }),
      ...(endColumn === undefined ? {} : { endColumn }),
      tokenType: t.StringToken,
      tokenTypeIdx: tokenTypeIdx!,
    });
    const span = spanAt(source, start, end);
    diagnostics.push(
      problem('P0107', span, 'a text stands in double quotes', {
        reason: 'Without them this would be a calculation with names.',
        fix: replace(span, image, `write ${image}`),
      }),
    );
  }
  if (diagnostics.length === 0) return { tokens, diagnostics };
  while (at < tokens.length) quoted.push(tokens[at++]!);
  return { tokens: quoted, diagnostics };
}

/** An address without quotes as an argument. */
const ADDRESS = /\(\s*(https?:\/\/[^\s"(),{}]+)/g;

/** Where addresses stand without quotes, by the tokens of the text: `http(`, and a comment to the end of the line. */
export function bareAddresses(source: Source, tokens: readonly IToken[]): readonly Span[] {
  const found: Span[] = [];
  for (const { index, 0: whole, 1: address = '' } of source.text.matchAll(ADDRESS)) {
    const end = index + whole.length;
    const start = end - address.length;
    // In a comment or a string there is no such token.
    if (tokens.some((token) => token.startOffset === start)) found.push(spanAt(source, start, end));
  }
  return found;
}

/** The text with a string of the same length in the place of each address, so that a line goes on behind it. */
export function quoteAddresses(text: string, addresses: readonly Span[]): string {
  let quoted = text;
  for (const { start, end } of addresses) {
    quoted = `${quoted.slice(0, start)}"${quoted.slice(start + 1, end - 1)}"${quoted.slice(end)}`;
  }
  return quoted;
}

export function addressWithoutQuotes(source: Source, span: Span): Diagnostic {
  const image = `"${source.text.slice(span.start, span.end)}"`;
  return problem('P0107', span, 'an address stands in double quotes', {
    reason: 'Without them what follows "//" is a comment.',
    fix: replace(span, image, `write ${image}`),
  });
}
