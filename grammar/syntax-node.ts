import type { IToken } from 'chevrotain';
import { isReal } from './source.ts';

/** A child of a node under the name that the grammar gives it there: a rule's or token's own, or its label. */
interface Link {
  readonly key: string;
  readonly part: SyntaxNode | IToken;
  next: Link | undefined;
}

/**
 * What a rule of the grammar found. A file has hundreds of thousands of these for a moment each: they are all of one
 * form, with a chain for the children, which costs a fraction of Chevrotain's own object of arrays by name.
 */
export class SyntaxNode {
  /** The rule. */
  readonly name: string;
  /** Offsets of the tokens under it, the end exclusive; -1: it has none. */
  start = -1;
  end = -1;
  /** Whether a mistake ended it early. */
  recoveredNode = false;
  private first: Link | undefined = undefined;
  private last: Link | undefined = undefined;

  constructor(name: string) {
    this.name = name;
  }

  add(key: string, part: SyntaxNode | IToken): void {
    const link: Link = { key, part, next: undefined };
    if (this.last === undefined) this.first = link;
    else this.last.next = link;
    this.last = link;
    if (part instanceof SyntaxNode) this.cover(part.start, part.end);
    else this.cover(part.startOffset, part.endOffset! + 1);
  }

  private cover(start: number, end: number): void {
    if (this.start < 0) {
      this.start = start;
      this.end = end;
    } else if (this.end < end) this.end = end;
  }

  /** The first node under a name. */
  child(key: string): SyntaxNode | undefined {
    for (let link = this.first; link !== undefined; link = link.next) {
      if (link.key === key && link.part instanceof SyntaxNode) return link.part;
    }
    return undefined;
  }

  /** The first token under a name. Those that the bracket pass made up do not count. */
  token(key: string): IToken | undefined {
    for (let link = this.first; link !== undefined; link = link.next) {
      if (link.key === key && !(link.part instanceof SyntaxNode) && isReal(link.part)) return link.part;
    }
    return undefined;
  }

  /** All nodes under a name. */
  nodes(key: string): SyntaxNode[] {
    const found: SyntaxNode[] = [];
    for (let link = this.first; link !== undefined; link = link.next) {
      if (link.key === key && link.part instanceof SyntaxNode) found.push(link.part);
    }
    return found;
  }

  /** All tokens under a name. Those that the bracket pass made up do not count. */
  tokens(key: string): IToken[] {
    const found: IToken[] = [];
    for (let link = this.first; link !== undefined; link = link.next) {
      if (link.key === key && !(link.part instanceof SyntaxNode) && isReal(link.part)) found.push(link.part);
    }
    return found;
  }

  /** The child that is the only one; undefined where there are none or several. */
  get only(): SyntaxNode | IToken | undefined {
    return this.first?.next === undefined ? this.first?.part : undefined;
  }

  /** All children with their names, in order of place. */
  *[Symbol.iterator](): Generator<readonly [string, SyntaxNode | IToken]> {
    for (let link = this.first; link !== undefined; link = link.next) yield [link.key, link.part];
  }
}
