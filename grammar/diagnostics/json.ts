import type { Span } from '../span.ts';
import { codes } from './codes.ts';
import type { Diagnostic } from './diagnostic.ts';

interface JsonSpan {
  file: string;
  start: { line: number; column: number; offset: number };
  end: { line: number; column: number; offset: number };
}

export interface JsonDiagnostic {
  code: string;
  title: string;
  severity: string;
  message: string;
  span: JsonSpan;
  label: string;
  secondary: { span: JsonSpan; label: string }[];
  reason: string | null;
  fix: { title: string; edits: { span: JsonSpan; text: string }[] } | null;
}

/** A diagnostic for programs: every key is always there. Lines and columns from 1, offsets in UTF-16 units, ends exclusive. */
export function diagnosticToJson(d: Diagnostic): JsonDiagnostic {
  return {
    code: d.code,
    title: codes[d.code],
    severity: d.severity,
    message: d.message,
    span: toJson(d.primary.span),
    label: d.primary.text,
    secondary: d.secondary.map(({ span, text }) => ({ span: toJson(span), label: text })),
    reason: d.reason ?? null,
    fix:
      d.fix === undefined
        ? null
        : { title: d.fix.title, edits: d.fix.edits.map(({ span, text }) => ({ span: toJson(span), text })) },
  };
}

function toJson(span: Span): JsonSpan {
  return {
    file: span.file,
    start: { line: span.line, column: span.column, offset: span.start },
    end: { line: span.endLine, column: span.endColumn, offset: span.end },
  };
}
