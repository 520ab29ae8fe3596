import type { IToken } from 'chevrotain';
import type { Span } from './span.ts';

/** A file's text with what is needed to find lines in it. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** Offset of the start of each line. CR LF, LF and CR each end a line. */
  readonly lineStarts: readonly number[];
}

export function makeSource(file: string, text: string): Source {
  const lineStarts = [0];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) lineStarts.push(i + 1);
  }
  return { file, text, lineStarts };
}

/** The line (from 1) that holds an offset. */
export function lineAt(source: Source, offset: number): number {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** The text of a line (from 1) without its end. */
export function lineText(source: Source, line: number): string {
  const start = source.lineStarts[line - 1] ?? source.text.length;
  const next = source.lineStarts[line] ?? source.text.length;
  return source.text.slice(start, next).replace(/[\r\n]+$/, '');
}

/** The span between two offsets, which are brought inside the text. */
export function spanAt(source: Source, from: number, to: number): Span {
  const start = Math.min(Math.max(from, 0), source.text.length);
  const end = Math.min(Math.max(to, start), source.text.length);
  const line = lineAt(source, start);
  // Most spans end on the line on which they begin.
  const endLine = end < (source.lineStarts[line] ?? Infinity) ? line : lineAt(source, end);
  return {
    file: source.file,
    start,
    end,
    line,
    column: start - (source.lineStarts[line - 1] ?? 0) + 1,
    endLine,
    endColumn: end - (source.lineStarts[endLine - 1] ?? 0) + 1,
  };
}

/** A token's span. Tokens that recovery made up have no place: they must not come here (see `isReal`). */
export function spanOf(source: Source, token: IToken): Span {
  return spanAt(source, token.startOffset, (token.endOffset ?? token.startOffset - 1) + 1);
}

/** Whether a token stands in the text (recovery and the bracket pass make up others). */
export function isReal(token: IToken): boolean {
  return token.startOffset >= 0 && token.image !== '';
}
