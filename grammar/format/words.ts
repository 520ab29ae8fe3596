import type { IToken } from 'chevrotain';
import { commentsBefore, makeGap, type Gap } from './comments.ts';
import type { Doc } from './doc.ts';
import type { SyntaxNode } from '../syntax-node.ts';

/**
 * The words (tokens) of a file in their order, and the comments in the gaps between them. A layout puts out each word
 * once or drops it; `print` holds it to that, and puts out the comments of each gap itself. So none can be lost.
 */
export class Words {
  private readonly tokens: readonly IToken[];
  private readonly indices = new Map<number, number>();
  /** Before each token, and at last behind all. */
  private readonly comments: readonly (readonly IToken[])[];
  private readonly dropped = new Set<number>();

  constructor(tokens: readonly IToken[], comments: readonly IToken[]) {
    this.tokens = tokens;
    tokens.forEach((token, i) => this.indices.set(token.startOffset, i));
    this.comments = commentsBefore(tokens, comments);
  }

  /** The text of a token, with the comments in the gap before it. */
  token(token: IToken): Doc {
    return { kind: 'word', text: token.image, index: this.index(token) };
  }

  /** The end of the file, with the comments before it. */
  end(): Doc {
    return { kind: 'word', text: '', index: this.tokens.length };
  }

  /** Leaves a token out of the layout; the gaps around it become one. To be said before the gap is asked for. */
  drop(token: IToken | undefined): void {
    if (token !== undefined) this.dropped.add(this.index(token));
  }

  /** The gap before a token, before the first token of a node, or (`end`) behind all tokens. */
  gap(at: IToken | SyntaxNode | 'end'): Gap {
    if (at === 'end') return this.gapAt(this.tokens.length);
    return this.gapAt('image' in at ? this.index(at) : this.indices.get(at.start)!);
  }

  /** The tokens of a node, in their order. */
  all(node: SyntaxNode): readonly IToken[] {
    const first = this.indices.get(node.start)!;
    let end = first;
    while (end < this.tokens.length && this.tokens[end]!.startOffset < node.end) end++;
    return this.tokens.slice(first, end);
  }

  /** The gaps before all words that are put out, by the word's index. */
  gaps(): ReadonlyMap<number, Gap> {
    const out = new Map<number, Gap>();
    for (let i = 0; i <= this.tokens.length; i++) if (!this.dropped.has(i)) out.set(i, this.gapAt(i));
    return out;
  }

  private index(token: IToken): number {
    return this.indices.get(token.startOffset)!;
  }

  private gapAt(index: number): Gap {
    let first = index;
    while (first > 0 && this.dropped.has(first - 1)) first--;
    const things: IToken[] = [];
    for (let i = first; i <= index; i++) {
      things.push(...this.comments[i]!);
      if (i < index) things.push(this.tokens[i]!);
    }
    return makeGap(this.tokens[first - 1] ?? null, things, this.tokens[index] ?? null);
  }
}
