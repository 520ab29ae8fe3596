import pc from 'picocolors';
import { lineText, makeSource, type Source } from '../source.ts';
import type { Span } from '../span.ts';
import type { Diagnostic, Fix, Label } from './diagnostic.ts';
import { columnsOf, shown, wrap } from './width.ts';

/** The text of each file that a diagnostic may point into, by the name that spans give it. */
export type Sources = ReadonlyMap<string, string>;

export interface RenderOptions {
  /** Default: no colour. */
  readonly color?: boolean;
  /** Columns of the terminal; default 100. */
  readonly width?: number;
  /** How a file is called in the output; default: its name. */
  readonly display?: (file: string) => string;
}

type Paint = ReturnType<typeof pc.createColors>;

interface Page {
  readonly paint: Paint;
  readonly width: number;
  readonly display: (file: string) => string;
  /** Columns of the widest line number. */
  readonly gutter: number;
  readonly sources: Map<string, Source>;
}

/** A diagnostic as a person reads it: where, what, why, and how to mend it. Ends without a line break. */
export function renderDiagnostic(d: Diagnostic, sources: Sources, options: RenderOptions = {}): string {
  const labels: [Label, boolean][] = [
    [d.primary, true],
    ...d.secondary.map((l): [Label, boolean] => [l, false]),
  ];
  const last = Math.max(...labels.map(([l]) => l.span.line), ...(d.fix?.edits ?? []).map((e) => e.span.line));
  const page: Page = {
    paint: pc.createColors(options.color === true),
    width: Math.max(40, options.width ?? 100),
    display: options.display ?? ((file) => file),
    gutter: String(last).length,
    sources: new Map([...sources].map(([file, text]) => [file, makeSource(file, text)])),
  };
  const { paint } = page;
  const tone = d.severity === 'error' ? paint.red : paint.yellow;
  const out = [`${paint.bold(tone(`${d.severity}[${d.code}]`))}${paint.bold(`: ${d.message}`)}`];
  const files = [...new Set(labels.map(([l]) => l.span.file))];
  files.forEach((file, i) => {
    const here = labels.filter(([l]) => l.span.file === file);
    const first = here[0]![0].span;
    const arrow = i === 0 ? '-->' : ':::';
    out.push(
      `${' '.repeat(page.gutter)}${paint.blue(arrow)} ${page.display(file)}:${first.line}:${first.column}`,
    );
    out.push(...excerpt(page, file, here, tone));
  });
  if (d.reason !== undefined) out.push(...note(page, '=', d.reason));
  if (d.fix !== undefined) {
    out.push(...note(page, '=', `${paint.green('help')}: ${d.fix.title}`), ...preview(page, d.fix));
  }
  return out.join('\n');
}

/** `2 errors, 1 warning`, or `no problems`. */
export function renderSummary(diagnostics: readonly Diagnostic[]): string {
  const parts = (['error', 'warning'] as const).flatMap((severity) => {
    const n = diagnostics.filter((d) => d.severity === severity).length;
    return n === 0 ? [] : [`${n} ${severity}${n === 1 ? '' : 's'}`];
  });
  return parts.length === 0 ? 'no problems' : parts.join(', ');
}

function bar(page: Page, line?: number): string {
  return page.paint.blue(`${(line === undefined ? '' : String(line)).padStart(page.gutter)} |`);
}

function excerpt(
  page: Page,
  file: string,
  labels: [Label, boolean][],
  tone: (s: string) => string,
): string[] {
  const source = page.sources.get(file);
  // A line with many control characters is no text: shown, it would be junk.
  const unreadable = labels.some(([l]) => source !== undefined && isBinary(lineText(source, l.span.line)));
  if (source === undefined || source.text === '' || unreadable)
    return labels.filter(([l]) => l.text !== '').map(([l]) => `${bar(page)} ${l.text}`);
  const out = [bar(page)];
  const lines = [...new Set(labels.map(([l]) => l.span.line))].sort((a, b) => a - b);
  lines.forEach((line, i) => {
    const previous = lines[i - 1];
    if (previous !== undefined && line === previous + 2) out.push(row(page, source, line - 1));
    else if (previous !== undefined && line > previous + 2) out.push(page.paint.blue('...'));
    const here = labels.filter(([l]) => l.span.line === line);
    const window = windowOf(page, source, line, here[0]![0].span);
    out.push(`${bar(page, line)} ${window.text}`.trimEnd());
    for (const [label, primary] of here) {
      const [from, to] = extent(source, label.span);
      const start = Math.max(0, window.place(from));
      const length = Math.max(1, window.place(to) - start);
      const mark = (primary ? '^' : '-').repeat(length);
      const color = primary ? tone : page.paint.blue;
      const text = label.text === '' ? '' : ` ${label.text}`;
      out.push(`${bar(page)} ${' '.repeat(start)}${color(mark + text)}`);
    }
  });
  return out;
}

/** Whether a line is data rather than text with a stray character in it. */
function isBinary(line: string): boolean {
  return [...line].filter((character) => /[\0-\x08\x0e-\x1f\ufffd]/.test(character)).length > 8;
}

function row(page: Page, source: Source, line: number): string {
  const window = windowOf(page, source, line, undefined);
  return `${bar(page, line)} ${window.text}`.trimEnd();
}

interface Window {
  readonly text: string;
  /** The screen column of a UTF-16 column (from 1) of the line. */
  place(column: number): number;
}

/** The part of a line that is shown: all of it, or, if it is too long, what is around the label. */
function windowOf(page: Page, source: Source, line: number, span: Span | undefined): Window {
  const { text, columns } = shown(lineText(source, line));
  const at = (column: number): number => columns[Math.min(Math.max(column - 1, 0), columns.length - 1)] ?? 0;
  const room = page.width - page.gutter - 4;
  const end = columns[columns.length - 1] ?? 0;
  // Marks without a width of their own may make a line long that is narrow.
  if (end <= room && text.length <= 4 * room) return { text, place: at };
  const begin =
    span === undefined ? 0 : Math.max(0, Math.min(at(span.column) - Math.floor(room / 3), end - room));
  const cut = begin === 0 ? '' : '\u2026';
  const tail = begin + room < end ? '\u2026' : '';
  return {
    text: cut + columnsOf(text, begin + cut.length, begin + room - tail.length) + tail,
    place: (column) => Math.min(at(column) - begin, room),
  };
}

/** From which to which UTF-16 column of its first line a span reaches. */
function extent(source: Source, span: Span): [number, number] {
  if (span.endLine === span.line) return [span.column, Math.max(span.endColumn, span.column)];
  return [span.column, lineText(source, span.line).length + 1];
}

function note(page: Page, sign: string, text: string): string[] {
  const indent = ' '.repeat(page.gutter + 1);
  return wrap(text, page.width - page.gutter - 3).map((line, i) =>
    `${indent}${i === 0 ? page.paint.blue(sign) : ' '} ${line}`.trimEnd(),
  );
}

/** The line as it is after the fix, or that the fix takes away, where the fix changes one line only. */
function preview(page: Page, fix: Fix): string[] {
  const [first] = fix.edits;
  if (first === undefined) return [];
  const source = page.sources.get(first.span.file);
  const { line } = first.span;
  const simple = fix.edits.every(
    ({ span, text }) =>
      span.file === first.span.file && span.line === line && span.endLine === line && !/[\r\n]/.test(text),
  );
  if (source === undefined || !simple) return [];
  let text = lineText(source, line);
  if (text.length > page.width - page.gutter - 4) return [];
  for (const { span, text: written } of fix.edits.toSorted((a, b) => b.span.start - a.span.start)) {
    const tail = text.slice(span.endColumn - 1);
    text =
      text.slice(0, span.column - 1) +
      written.trimEnd() +
      (tail === '' || /\s$/.test(written) === false ? '' : ' ') +
      tail;
  }
  // What is written may be as long as a page.
  if (text.length > 2 * page.width) return [];
  // Of a line that goes away the line itself is shown: an empty one says nothing.
  const gone = text.trim() === '';
  const [sign, tone] = gone ? (['-', page.paint.red] as const) : (['+', page.paint.green] as const);
  const content = shown(gone ? lineText(source, line) : text).text;
  return [`${page.paint.blue(`${String(line).padStart(page.gutter)} ${sign}`)} ${tone(content)}`.trimEnd()];
}
