import type { IRecognitionException, IToken } from 'chevrotain';
import { EOF } from './chevrotain.ts';
import { replace, type Fix } from './diagnostics/index.ts';
import { spanAt, spanOf, type Source } from './source.ts';
import { after, type Span } from './span.ts';
import * as t from './tokens.ts';

/** Where the parser could not go on, and what stands there. */
export interface Place {
  readonly source: Source;
  /** The token that does not fit. */
  readonly token: IToken;
  readonly span: Span;
  readonly found: string;
  readonly previous: IToken | undefined;
  /** Just behind the token before. */
  readonly gap: Span;
  /** What the token before is, in quotes. */
  readonly before: string;
  /** Something is left out rather than wrong: the line or the bracket ended. */
  readonly ended: boolean;
  readonly rules: readonly string[];
  readonly expected: string;
}

/** The place of an error of the parser. */
export function placeOf(source: Source, error: IRecognitionException): Place {
  const { token } = error;
  const given = (error as { previousToken?: IToken }).previousToken;
  const previous =
    given === undefined || Number.isNaN(given.startOffset) || given.tokenType === EOF ? undefined : given;
  const atEnd = token.tokenType === EOF;
  const end = spanAt(source, source.text.length, source.text.length);
  const gap = previous === undefined ? spanAt(source, 0, 0) : after(spanOf(source, previous));
  const closing = [t.RCurly, t.RParen, t.RSquare, t.Comma].includes(token.tokenType);
  return {
    source,
    token,
    previous,
    gap,
    span: atEnd ? end : spanOf(source, token),
    found: atEnd ? 'the end of the file' : quoted(token.image),
    before: previous === undefined ? 'the start of the file' : quoted(previous.image),
    ended: atEnd || closing || (previous !== undefined && previous.endLine !== token.startLine),
    rules: error.context.ruleStack,
    expected: error.message,
  };
}

function quoted(image: string): string {
  const text = image.length > 24 ? `${image.slice(0, 23)}\u2026` : image;
  return text.startsWith('"') ? text : `"${text}"`;
}

/** Where to point: behind the last token if something was left out, else at what stands there. */
export function where(place: Place): Span {
  return place.ended ? place.gap : place.span;
}

/** A fix that puts a text just behind the token before. */
export function insertion(place: Place, text: string, title: string): Fix {
  return replace(place.gap, text, title);
}

/** Whether the token is the first of its line. */
export function beginsLine({ previous, token }: Place): boolean {
  return previous === undefined || previous.endLine !== token.startLine;
}

/** Whether what comes stands on a later line, further in, as YAML nests. */
export function isNested({ source, token, previous }: Place): boolean {
  if (previous?.endLine === undefined || token.tokenType === EOF || token.startLine === previous.endLine)
    return false;
  const start = source.lineStarts[previous.endLine - 1]!;
  const indent = /[ \t]*/.exec(source.text.slice(start))![0].length;
  return (token.startColumn ?? 1) - 1 > indent;
}
