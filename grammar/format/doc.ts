/**
 * A text with places where it may be broken into lines, after P. Wadler, "A prettier printer" (2003).
 * A group is put on one line if it fits; otherwise all its own lines break.
 */
export type Doc =
  | string
  | readonly Doc[]
  | Group
  | { readonly kind: 'indent'; readonly doc: Doc }
  /** A space, nothing or a line's end: `flat` is what it is in a group on one line; null: it always breaks. */
  | { readonly kind: 'line'; readonly flat: string | null }
  /** One text in a group that is broken, another in one that is not. */
  | { readonly kind: 'either'; readonly broken: string; readonly flat: string }
  /** A comment that moves to the end of its line; `rest`: nothing may follow it there. */
  | { readonly kind: 'suffix'; readonly text: string; readonly rest: boolean }
  /** A space that is widened so that neighbouring lines align (align.ts); a plain one in a flat group. */
  | { readonly kind: 'mark'; readonly mark: Mark }
  /** A text of several lines, put out as it is. */
  | { readonly kind: 'verbatim'; readonly text: string };

export interface Group {
  readonly kind: 'group';
  readonly doc: Doc;
  /** Broken from the start: it holds a line's end that cannot be avoided. Set by `group`. */
  readonly broken: boolean;
}

/** What aligns: values of entries, the blocks of sections, comments at the ends of lines. */
export type Mark = 'value' | 'block' | 'comment';

export const hardline: Doc = { kind: 'line', flat: null };
export const line: Doc = { kind: 'line', flat: ' ' };
export const softline: Doc = { kind: 'line', flat: '' };
export const wideline: Doc = { kind: 'line', flat: '   ' };

export function group(doc: Doc): Group {
  return { kind: 'group', doc, broken: breaks(doc).forced };
}

export function indent(doc: Doc): Doc {
  return { kind: 'indent', doc };
}

export function mark(which: Mark): Doc {
  return { kind: 'mark', mark: which };
}

/** What stands in the text only if the group is broken. */
export function whenBroken(text: string): Doc {
  return { kind: 'either', broken: text, flat: '' };
}

export function join(separator: Doc, docs: readonly Doc[]): Doc[] {
  return docs.flatMap((doc, i) => (i === 0 ? [doc] : [separator, doc]));
}

interface Breaks {
  /** It cannot be on one line. */
  readonly forced: boolean;
  /** It ends with a comment behind which nothing may stand. */
  readonly open: boolean;
  readonly empty: boolean;
}

/** A comment at the very end of a group leaves the group on its line: what follows it breaks, if anything. */
function breaks(doc: Doc): Breaks {
  if (typeof doc === 'string') return { forced: false, open: false, empty: doc === '' };
  if (!('kind' in doc)) {
    let [forced, open, empty] = [false, false, true];
    for (const part of doc) {
      const inner = breaks(part);
      forced ||= inner.forced || (open && !inner.empty);
      if (!inner.empty) open = inner.open;
      empty &&= inner.empty;
    }
    return { forced, open, empty };
  }
  switch (doc.kind) {
    case 'group':
      return doc.broken ? { forced: true, open: breaks(doc.doc).open, empty: false } : breaks(doc.doc);
    case 'indent':
      return breaks(doc.doc);
    case 'line':
      return doc.flat === null
        ? { forced: true, open: false, empty: false }
        : { forced: false, open: false, empty: true };
    case 'either':
      return { forced: false, open: false, empty: doc.flat === '' };
    case 'suffix':
      return { forced: false, open: doc.rest, empty: false };
    case 'mark':
      return { forced: false, open: false, empty: true };
    case 'verbatim':
      return { forced: doc.text.includes('\n'), open: false, empty: false };
  }
}
