import type { IToken, TokenType } from 'chevrotain';
import * as t from '../tokens.ts';

/** A comment with what of its place matters. */
export interface Comment {
  readonly text: string;
  /** It runs to the end of its line. */
  readonly toEnd: boolean;
  /** An empty line stands before it. */
  readonly blankBefore: boolean;
  /** What follows it stands on its (last) line. */
  readonly sameLineAfter: boolean;
}

/** A token with its comments; none is lost as long as each token is put out once. */
export interface Dressed {
  readonly token: IToken | null;
  /** Those that stand above the token, or right before it on its line. */
  readonly leading: Comment[];
  /** Those behind it on its line. */
  readonly trailing: Comment[];
  /** An empty line stands right before the token, below its comments. */
  readonly blankBefore: boolean;
}

/** What follows a block comment that belongs to the token before it. */
const closers = [
  t.Comma,
  t.RParen,
  t.RSquare,
  t.RCurly,
  t.LParen,
  t.Colon,
  t.Dot,
  t.DotDot,
  t.Less,
  t.Greater,
];

/** What stands right before the next token, without a space: a comment between the two is the next token's. */
const openers = [t.Dot, t.DotDot, t.Minus, t.Less, t.LParen, t.LSquare];

/** Gives each comment to a token. Commas are dressed too. The last entry is the end of the file. */
export function dress(tokens: readonly IToken[], comments: readonly IToken[]): Dressed[] {
  const out: Dressed[] = [];
  const queue = comments.toSorted((a, b) => a.startOffset - b.startOffset);
  let at = 0;
  for (const token of [...tokens, null]) {
    const here: IToken[] = [];
    for (
      let c = queue[at];
      c !== undefined && c.startOffset < (token?.startOffset ?? Infinity);
      c = queue[++at]
    )
      here.push(c);
    let before = out.at(-1)?.token ?? null;
    const leading: Comment[] = [];
    here.forEach((found, i) => {
      const next = here[i + 1] ?? token;
      const comment: Comment = {
        text: found.image.trimEnd(),
        toEnd: found.tokenType !== t.BlockComment,
        blankBefore: isBlankBetween(before, found),
        sameLineAfter: next !== null && next.startLine === endLine(found),
      };
      const onLineOfToken = leading.length === 0 && before !== null && before.startLine !== undefined;
      const isTrailing =
        onLineOfToken &&
        endLine(before!) === found.startLine &&
        !(!comment.toEnd && isOpened(before!, token)) &&
        !(comment.sameLineAfter && !comment.toEnd && belongsToNext(here.slice(i + 1), token));
      if (isTrailing) out.at(-1)!.trailing.push(comment);
      else leading.push(comment);
      before = found;
    });
    out.push({ token, leading, trailing: [], blankBefore: token !== null && isBlankBetween(before, token) });
  }
  return out;
}

/** Nothing but block comments on one line lies between here and a token that such comments explain. */
function belongsToNext(others: readonly IToken[], token: IToken | null): boolean {
  if (token === null || closers.some((type) => type === token.tokenType)) return false;
  const all = [...others, token];
  return all.every(
    (one, i) =>
      (one === token || one.tokenType === t.BlockComment) &&
      (i === 0 || one.startLine === endLine(all[i - 1]!)),
  );
}

function isOpened(before: IToken, token: IToken | null): boolean {
  const isOf = (types: readonly TokenType[], one: IToken) => types.some((type) => type === one.tokenType);
  return token !== null && isOf(openers, before) && !isOf(closers, token);
}

function isBlankBetween(before: IToken | null, next: IToken): boolean {
  return before !== null && (next.startLine ?? 0) - endLine(before) > 1;
}

function endLine(token: IToken): number {
  return token.endLine ?? token.startLine ?? 0;
}
