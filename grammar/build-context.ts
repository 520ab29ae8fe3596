import type { IToken } from 'chevrotain';
import type { Missing, Name } from './ast.ts';
import type { Diagnostic } from './diagnostics/index.ts';
import { spanAt, spanOf, type Source } from './source.ts';
import type { Span } from './span.ts';
import type { SyntaxNode } from './syntax-node.ts';
import { DocComment } from './tokens.ts';

/** What the tree's builders share: the source, its doc comments, and the problems found on the way. */
export class BuildContext {
  readonly source: Source;
  readonly diagnostics: Diagnostic[] = [];
  /** By the line on which they stand; only those that have the line to themselves. */
  private readonly docs = new Map<number, string>();

  constructor(source: Source, comments: readonly IToken[]) {
    this.source = source;
    for (const comment of comments) {
      if (comment.tokenType !== DocComment) continue;
      const line = comment.startLine ?? 1;
      const before = source.text.slice(source.lineStarts[line - 1], comment.startOffset);
      if (/^\s*$/.test(before)) this.docs.set(line, comment.image.slice(3).replace(/^ /, '').trimEnd());
    }
  }

  /** The doc comment on the lines right above a span that begins its line; empty: none. */
  docAbove(span: Span): string {
    if (!/^\s*$/.test(this.source.text.slice(this.source.lineStarts[span.line - 1], span.start))) return '';
    const lines: string[] = [];
    for (let line = span.line - 1; this.docs.has(line); line--) lines.unshift(this.docs.get(line) ?? '');
    return lines.join('\n').trim();
  }

  /** The span of all real tokens under a node, or an empty one at `fallback`. */
  span(node: SyntaxNode, fallback = 0): Span {
    if (node.start < 0) return spanAt(this.source, fallback, fallback);
    return spanAt(this.source, node.start, node.end);
  }

  name(token: IToken | undefined, at: Span): Name {
    return token === undefined
      ? { kind: 'Name', text: '', span: this.empty(at.end) }
      : { kind: 'Name', text: token.image, span: spanOf(this.source, token) };
  }

  /** A hole at the end of what is there. */
  hole(at: Span): Missing {
    return { kind: 'Missing', span: this.empty(at.end) };
  }

  report(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }

  private empty(offset: number): Span {
    return spanAt(this.source, offset, offset);
  }
}
