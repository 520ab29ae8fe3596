import type { IToken, TokenType } from 'chevrotain';
import * as t from '../tokens.ts';

/** A comment with what of its place matters. */
export interface Comment {
  readonly text: string;
  /** It runs to the end of its line. */
  readonly toEnd: boolean;
  /** It begins a line. */
  readonly beginsLine: boolean;
  /** What follows it stands on a later line. */
  readonly endsLine: boolean;
  /** An empty line stands before it. */
  readonly blankBefore: boolean;
  /** A comma or bracket that the layout leaves out stands between it and the next word. */
  readonly beforeDropped: boolean;
}

/** The comments between two words that the layout puts out one after the other. */
export interface Gap {
  /** Null: the gap begins the file. */
  readonly before: IToken | null;
  /** Null: the gap ends the file. */
  readonly after: IToken | null;
  readonly comments: readonly Comment[];
  /** The words stand on different lines. */
  readonly hasLineEnd: boolean;
  /** An empty line stands right before the second word, below the comments. */
  readonly blankBefore: boolean;
}

/** A gap's comments by where they go: with the word before, or with the word after. */
export interface Sides {
  readonly behind: readonly Comment[];
  readonly above: readonly Comment[];
}

/** It takes the rest of a line or several lines: what follows it begins a line. */
export function breaksLine(comment: Comment): boolean {
  return comment.toEnd || comment.text.includes('\n');
}

/** It has lines to itself. */
export function standsAlone(comment: Comment): boolean {
  return comment.beginsLine && comment.endsLine && !comment.beforeDropped;
}

/**
 * Where the layout ends a line in a gap, comments stay on the side on which the source has them. So the layout of a
 * layout is the same.
 */
export function sidesOfLineEnd(gap: Gap): Sides {
  if (!gap.hasLineEnd) return sidesInLine(gap);
  const first = gap.comments.findIndex((c) => c.beginsLine && !c.beforeDropped);
  return split(gap, (c, i) => c.beforeDropped || first < 0 || i < first);
}

/** Where a gap lies within a line, the words around it decide: the source's lines may be others. */
export function sidesInLine(gap: Gap): Sides {
  const opened = isOf(gap.before, openers) && !isOf(gap.after, enders);
  const closed = gap.after === null || isOf(gap.after, enders) || isOf(gap.after, closers);
  return split(gap, (c) => !opened && (closed || c.beforeDropped));
}

function split(gap: Gap, isBehind: (comment: Comment, index: number) => boolean): Sides {
  const behind = gap.comments.filter(isBehind);
  return { behind, above: gap.comments.filter((c) => !behind.includes(c)) };
}

/** The comments that a row begins with, and what empty lines it has before and among them. */
export function leadOf(gap: Gap): { isApart: boolean; hasBlank: boolean } {
  const { above } = sidesOfLineEnd(gap);
  return {
    isApart: above[0]?.blankBefore ?? gap.blankBefore,
    hasBlank: gap.blankBefore || above.some((c) => c.blankBefore),
  };
}

/** What a comment before it belongs before, not to what follows. */
const enders = [t.Comma, t.RParen, t.RSquare, t.RCurly];

const closers = [t.LParen, t.LCurly, t.Colon, t.Dot, t.DotDot, t.Less, t.Greater];

/** What stands right before the next word, without a space: a comment between the two is the next word's. */
const openers = [t.Dot, t.DotDot, t.Minus, t.Less, t.LParen, t.LSquare];

/** Whether nothing stands between a word and a comment behind it. */
export function glues(token: IToken | null): boolean {
  return isOf(token, [t.LParen, t.LSquare]);
}

function isOf(token: IToken | null, types: readonly TokenType[]): boolean {
  return token !== null && types.some((type) => type === token.tokenType);
}

/** The comments before each token, and at last those behind all. */
export function commentsBefore(tokens: readonly IToken[], comments: readonly IToken[]): IToken[][] {
  const queue = comments.toSorted((a, b) => a.startOffset - b.startOffset);
  let at = 0;
  return [...tokens, null].map((token) => {
    const first = at;
    while (at < queue.length && queue[at]!.startOffset < (token?.startOffset ?? Infinity)) at++;
    return queue.slice(first, at);
  });
}

/** The gap before a word. `things`: the comments there and the tokens among them that the layout leaves out. */
export function makeGap(before: IToken | null, things: readonly IToken[], after: IToken | null): Gap {
  const isComment = (one: IToken): boolean => t.commentTokens.includes(one.tokenType);
  const lastDropped = things.findLastIndex((one) => !isComment(one));
  const comments = things.flatMap((one, i): Comment[] => {
    if (!isComment(one)) return [];
    const previous = things[i - 1] ?? before;
    const next = things[i + 1] ?? after;
    return [
      {
        text: one.image.trimEnd(),
        toEnd: one.tokenType !== t.BlockComment,
        beginsLine: linesBetween(previous, one) > 0,
        endsLine: linesBetween(one, next) > 0,
        blankBefore: linesBetween(previous, one) > 1,
        beforeDropped: i < lastDropped,
      },
    ];
  });
  return {
    before,
    after,
    comments,
    hasLineEnd: linesBetween(before, after) > 0,
    blankBefore: after !== null && linesBetween(things.at(-1) ?? before, after) > 1,
  };
}

/** How many line ends lie between two tokens; one lies before the first of a file and one behind the last. */
function linesBetween(before: IToken | null, next: IToken | null): number {
  if (before === null || next === null) return 1;
  return (next.startLine ?? 0) - (before.endLine ?? before.startLine ?? 0);
}
