import type { Span } from '../span.ts';
import type { Code } from './codes.ts';

export type Severity = 'error' | 'warning';

/** A place with what there is to say about it; an empty text underlines only. */
export interface Label {
  readonly span: Span;
  readonly text: string;
}

/** Replaces the text of the span; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A change that an editor can make. The edits do not overlap. */
export interface Fix {
  /** In the imperative: `write ":" after "temperature"`. */
  readonly title: string;
  /** Empty when only a person can make the change. */
  readonly edits: readonly Edit[];
}

/** What is wrong, where, why, and how to mend it. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** One sentence without a full stop. */
  readonly message: string;
  readonly primary: Label;
  readonly secondary: readonly Label[];
  /** Why the language wants it so: full sentences. */
  readonly reason?: string;
  readonly fix?: Fix;
}

interface Details {
  /** Stands beside the underline. */
  label?: string;
  secondary?: readonly Label[];
  reason?: string | undefined;
  fix?: Fix | undefined;
  severity?: Severity;
}

/** Makes a diagnostic; an error where `details` does not say otherwise. */
export function problem(code: Code, span: Span, message: string, details: Details = {}): Diagnostic {
  return {
    code,
    severity: details.severity ?? 'error',
    message: shortened(message),
    primary: { span, text: shortened(details.label ?? '') },
    secondary: details.secondary ?? [],
    ...(details.reason === undefined ? {} : { reason: shortened(details.reason) }),
    ...(details.fix === undefined ? {} : { fix: { ...details.fix, title: shortened(details.fix.title) } }),
  };
}

/** A message keeps the beginning of a name or number of the text that is as long as a page. */
function shortened(text: string): string {
  return text.replace(/(\S{400})\S+/g, '$1...');
}

/** A fix of one replacement. */
export function replace(span: Span, text: string, title: string): Fix {
  return { title, edits: [{ span, text }] };
}
