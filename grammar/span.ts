/**
 * A stretch of source text. Offsets count UTF-16 units from 0, `end` exclusive; lines and columns
 * count from 1, `endColumn` exclusive. Columns count UTF-16 units too.
 */
export interface Span {
  /** The file's name as the Workspace knows it. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The smallest span over both; they must lie in one file. */
export function cover(first: Span, last: Span): Span {
  const [a, b] = first.start <= last.start ? [first, last] : [last, first];
  const end = a.end >= b.end ? a : b;
  return {
    file: a.file,
    start: a.start,
    end: end.end,
    line: a.line,
    column: a.column,
    endLine: end.endLine,
    endColumn: end.endColumn,
  };
}

/** An empty span just behind another: where something is missing. */
export function after(span: Span): Span {
  return { ...span, start: span.end, line: span.endLine, column: span.endColumn };
}
