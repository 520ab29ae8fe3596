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
  return { kind: 'group', doc, broken: isForced(doc) };
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

/**
 * What a scan of a group knows: `open`: its line will end with a comment behind which nothing may stand;
 * `line`: and since that comment the group could have begun a new line.
 */
type State = 'none' | 'open' | 'line';

interface Scan {
  state: State;
  /** It cannot be on one line. */
  forced: boolean;
}

/**
 * Whether a group must break: it holds a line's end that cannot be avoided, or a text that can stand below a comment
 * that ends its line. Where the group can end no line between a comment and the text behind it, the
 * comment moves behind the text; laid out again from there, the group must come out the same. That is why lines
 * of groups within do not count.
 */
function isForced(doc: Doc): boolean {
  const scan: Scan = { state: 'none', forced: false };
  visit(doc, scan, true);
  return scan.forced;
}

function visit(doc: Doc, scan: Scan, own: boolean): void {
  if (typeof doc === 'string') visitText(doc, scan);
  else if (!('kind' in doc)) for (const part of doc) visit(part, scan, own);
  else {
    switch (doc.kind) {
      case 'group':
        scan.forced ||= doc.broken;
        visit(doc.doc, scan, false);
        break;
      case 'indent':
        visit(doc.doc, scan, own);
        break;
      case 'line':
        if (doc.flat === null) {
          scan.forced = true;
          scan.state = 'none';
        } else if (own && scan.state === 'open') scan.state = 'line';
        break;
      case 'either':
        visitText(doc.flat, scan);
        break;
      case 'suffix':
        visitText(doc.text, scan);
        if (doc.rest) scan.state = 'open';
        break;
      case 'mark':
        break;
      case 'verbatim':
        visitText(doc.text, scan);
        scan.forced ||= doc.text.includes('\n');
        break;
    }
  }
}

function visitText(text: string, scan: Scan): void {
  if (text !== '' && scan.state === 'line') scan.forced = true;
}
