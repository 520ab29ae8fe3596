import type { CstNode, IToken } from 'chevrotain';
import { dress, type Comment, type Dressed } from './comments.ts';
import { hardline, type Doc } from './doc.ts';

/** Puts tokens out with their comments. A comment above a token is put out where a line begins, or else behind it. */
export class Wardrobe {
  private readonly byOffset = new Map<number, Dressed>();
  private readonly isWorn = new Set<Dressed>();
  private readonly last: Dressed;
  private readonly tokens: readonly IToken[];

  constructor(tokens: readonly IToken[], comments: readonly IToken[]) {
    this.tokens = tokens;
    const dressed = dress(tokens, comments);
    for (const one of dressed) if (one.token !== null) this.byOffset.set(one.token.startOffset, one);
    this.last = dressed.at(-1)!;
  }

  /** The first token of a node. */
  first(node: CstNode): Dressed {
    return this.of(node.location!.startOffset);
  }

  of(token: IToken | number): Dressed {
    return this.byOffset.get(typeof token === 'number' ? token : token.startOffset)!;
  }

  /** The tokens of a node, in their order. */
  all(node: CstNode): readonly IToken[] {
    const { startOffset, endOffset = startOffset } = node.location!;
    return this.tokens.slice(this.indexAt(startOffset), this.indexAt(endOffset + 1));
  }

  /** The index of the first token at or behind an offset. */
  private indexAt(offset: number): number {
    let [low, high] = [0, this.tokens.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.tokens[middle]!.startOffset < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A token with the comments behind it, and those above it if nobody has put them out. */
  token(token: IToken): Doc {
    const { leading, trailing } = this.of(token);
    const above = this.wear(this.of(token)) ? leading : [];
    const inline = above.filter((c) => !c.toEnd && !c.text.includes('\n'));
    const moved = above.filter((c) => !inline.includes(c));
    return [inline.map((c) => `${c.text} `), token.image, [...moved, ...trailing].map(behind)];
  }

  /** The comments of a token that is not put out itself. */
  commentsOf(token: IToken | undefined): Doc {
    if (token === undefined) return '';
    const { leading, trailing } = this.of(token);
    return [...leading, ...trailing].map(behind);
  }

  /** The comments above a token, to be put out where a line begins; then the token follows. */
  above(dressed: Dressed): Doc {
    if (dressed.leading.length === 0 || !this.wear(dressed)) return '';
    const below = dressed.leading.at(-1)!.sameLineAfter
      ? ' '
      : [hardline, dressed.blankBefore ? hardline : ''];
    return [lines(dressed.leading), below];
  }

  /** The comments above a closing bracket: empty if there are none. */
  inside(closer: IToken): Doc[] {
    const dressed = this.of(closer);
    return dressed.leading.length > 0 && this.wear(dressed) ? lines(dressed.leading) : [];
  }

  /** The comments behind the last token of the file. */
  atEnd(): { doc: Doc[]; blankBefore: boolean } {
    return { doc: lines(this.last.leading), blankBefore: this.last.leading[0]?.blankBefore === true };
  }

  private wear(dressed: Dressed): boolean {
    if (this.isWorn.has(dressed)) return false;
    this.isWorn.add(dressed);
    return true;
  }
}

/** Whether an empty line stands before a token and the comments above it. */
export function isApart(dressed: Dressed): boolean {
  return dressed.leading[0]?.blankBefore ?? dressed.blankBefore;
}

/** Whether there is an empty line anywhere between a token and the one before. */
export function hasBlank(dressed: Dressed): boolean {
  return dressed.blankBefore || dressed.leading.some((c) => c.blankBefore);
}

function lines(comments: readonly Comment[]): Doc[] {
  return comments.flatMap((comment, i): Doc[] => {
    const text: Doc = { kind: 'verbatim', text: comment.text };
    const before = comments[i - 1];
    if (before === undefined) return [text];
    return [before.sameLineAfter ? ' ' : [hardline, comment.blankBefore ? hardline : ''], text];
  });
}

function behind(comment: Comment): Doc {
  if (comment.toEnd || comment.text.includes('\n'))
    return { kind: 'suffix', text: comment.text, rest: comment.toEnd };
  return ` ${comment.text}`;
}
