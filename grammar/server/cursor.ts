import type { IToken } from 'chevrotain';
import * as t from '../tokens.ts';
import type { Importable } from './completion-unimported.ts';
import type { View } from './session.ts';

/** A bracket that is open at the cursor, with what stands before it in its item, and what stands in it so far. */
export interface Frame {
  readonly opener: '{' | '(' | '[';
  /** The item that the bracket belongs to, up to the bracket. */
  readonly head: readonly IToken[];
}

/** Where the cursor is. Read from the tokens before it, so that it holds however broken the text is. */
export interface Cursor {
  readonly offset: number;
  /** Outermost first. */
  readonly frames: readonly Frame[];
  /** The tokens of the item being written, up to the word at the cursor. */
  readonly item: readonly IToken[];
  /** How many commas stand before the cursor in the innermost bracket. */
  readonly place: number;
  /** The word at the cursor, as far as it is written: from `start`. */
  readonly word: string;
  readonly start: number;
  /** Inside a string: what is written of it. */
  readonly string: string | null;
  readonly inComment: boolean;
  /** Names that the innermost bracket has already as `name:`. */
  readonly named: ReadonlySet<string>;
  /** What could be imported where the cursor is; only worked out where a name may stand. */
  readonly importables: () => readonly Importable[];
}

interface Open {
  opener: Frame['opener'];
  head: IToken[];
  item: IToken[];
  place: number;
  named: Set<string>;
}

const closing = new Set<string>(['}', ')', ']']);
/** After these an item goes on in the next line. */
const goesOn = new Set([
  ',',
  '=',
  ':',
  '..',
  '.',
  '>',
  '>=',
  '<',
  '<=',
  '==',
  '!=',
  '|',
  '-',
  '+',
  '*',
  '/',
  'and',
  'or',
  'not',
  'when',
  'with',
  'by',
  'to',
  'until',
  'for',
  'every',
  'over',
  'at',
]);

export function cursorAt(view: View, offset: number, importables: Cursor['importables'] = () => []): Cursor {
  const { tokens, comments } = view.lexed;
  const stack: Open[] = [{ opener: '{', head: [], item: [], place: 0, named: new Set() }];
  let word: IToken | undefined;
  let previous: IToken | undefined;
  for (const token of tokens) {
    const end = (token.endOffset ?? token.startOffset) + 1;
    if (token.startOffset >= offset) break;
    const isWord = t.Identifier === token.tokenType || /^[A-Za-z_]/.test(token.image);
    if (end >= offset && (isWord || token.image.startsWith('"') || token.image.startsWith("'"))) {
      if (isWord || end > offset || token.tokenType === t.UnfinishedString) {
        word = token;
        break;
      }
    }
    take(stack, token, previous);
    previous = token;
  }
  const top = stack[stack.length - 1]!;
  const quoted = word !== undefined && /^["']/.test(word.image);
  const start = word === undefined ? offset : quoted ? word.startOffset + 1 : word.startOffset;
  const line = lineOf(view, offset);
  const fresh =
    previous !== undefined && (previous.endLine ?? 1) < line && startsItem(top, previous, word, stack.length);
  return {
    offset,
    frames: stack.slice(1).map(({ opener, head }) => ({ opener, head })),
    item: fresh ? [] : top.item,
    place: top.place,
    word: view.source.text.slice(start, offset),
    start,
    string: quoted ? view.source.text.slice(start, offset) : null,
    inComment: comments.some((one) => one.startOffset < offset && inside(one, offset)),
    named: top.named,
    importables,
  };
}

function inside(comment: IToken, offset: number): boolean {
  const end = (comment.endOffset ?? comment.startOffset) + 1;
  return offset < end || (offset === end && !comment.image.endsWith('*/'));
}

function lineOf(view: View, offset: number): number {
  let line = 0;
  const { lineStarts } = view.source;
  while (line + 1 < lineStarts.length && lineStarts[line + 1]! <= offset) line++;
  return line + 1;
}

function take(stack: Open[], token: IToken, previous: IToken | undefined): void {
  let top = stack[stack.length - 1]!;
  const { image } = token;
  if (closing.has(image)) {
    if (stack.length > 1) stack.pop();
    top = stack[stack.length - 1]!;
    top.item.push(token);
    return;
  }
  if (
    previous !== undefined &&
    (previous.endLine ?? 1) < (token.startLine ?? 1) &&
    startsItem(top, previous, token, stack.length)
  ) {
    top.item = [];
  }
  if (image === ',') {
    top.place += 1;
    if (stack.length === 1) return;
    // The commas of clauses and of schedules do not end them; whatever follows one may also be a new item.
    if (
      top.opener !== '{' ||
      !/^(checkpoint|reset|given|report|targets|expect)$/.test(top.item[0]?.image ?? '')
    )
      top.item = [];
    else top.item.push(token);
    return;
  }
  if (image === ':' && top.item.length > 0) {
    const name = top.item[top.item.length - 1]!;
    top.named.add(name.image);
    // `problems: 64   samples: 16`: a second field on the line.
    if (stack.length > 1 && top.opener === '{' && top.item.length > 1) top.item = [name];
  }
  top.item.push(token);
  if (image === '{' || image === '(' || image === '[') {
    top.item.pop();
    stack.push({ opener: image, head: [...top.item], item: [], place: 0, named: new Set() });
    top.item.push(token);
  }
}

/** Whether what comes on a new line begins an item of its own. */
function startsItem(top: Open, previous: IToken, next: IToken | undefined, depth: number): boolean {
  if (top.opener !== '{') return false;
  if (next !== undefined && (next.image === 'and' || next.image === 'or' || next.image === '{')) return false;
  if (depth === 1 && next !== undefined) return (next.startColumn ?? 1) === 1;
  return !goesOn.has(previous.image);
}
