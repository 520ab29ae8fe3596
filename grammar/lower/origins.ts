import type { Span } from '../span.ts';
import type { Sourced } from '../types/value.ts';

/** Where a value of the graph was written; `default`: nowhere. */
export type Origin = { readonly file: string; readonly line: number; readonly text?: string } | 'default';

/** By JSON pointer into the graph. */
export type Origins = Record<string, Origin>;

export function originOf(span: Span | null, text?: string): Origin {
  if (span === null) return 'default';
  return { file: span.file, line: span.line, ...(text === undefined ? {} : { text }) };
}

/** Where a value was written: of a parameter, where the parameter got it. */
export function valueOrigin({ span, origin }: Sourced): Origin {
  return originOf(origin ?? span);
}

/** Pointer segments escaped as RFC 6901 asks. */
export function pointer(...segments: (string | number)[]): string {
  let text = '';
  for (const one of segments) text += `/${typeof one === 'number' ? one : escaped(one)}`;
  return text;
}

function escaped(part: string): string {
  return /[~/]/.test(part) ? part.replaceAll('~', '~0').replaceAll('/', '~1') : part;
}
