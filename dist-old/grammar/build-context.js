import { isReal, spanAt, spanOf } from "./source.js";
import { DocComment } from "./tokens.js";
/** What the tree's builders share: the source, its doc comments, and the problems found on the way. */
export class BuildContext {
    source;
    diagnostics = [];
    /** By the line on which they stand; only those that have the line to themselves. */
    docs = new Map();
    constructor(source, comments) {
        this.source = source;
        for (const comment of comments) {
            if (comment.tokenType !== DocComment)
                continue;
            const line = comment.startLine ?? 1;
            const before = source.text.slice(source.lineStarts[line - 1], comment.startOffset);
            if (/^\s*$/.test(before))
                this.docs.set(line, comment.image.slice(3).replace(/^ /, '').trimEnd());
        }
    }
    /** The doc comment on the lines right above a span that begins its line; empty: none. */
    docAbove(span) {
        if (!/^\s*$/.test(this.source.text.slice(this.source.lineStarts[span.line - 1], span.start)))
            return '';
        const lines = [];
        for (let line = span.line - 1; this.docs.has(line); line--)
            lines.unshift(this.docs.get(line) ?? '');
        return lines.join('\n').trim();
    }
    /** The span of all real tokens under a node, or an empty one at `fallback`. */
    span(node, fallback = 0) {
        const { startOffset, endOffset } = node.location ?? { startOffset: NaN };
        if (Number.isNaN(startOffset))
            return spanAt(this.source, fallback, fallback);
        const end = endOffset === undefined || Number.isNaN(endOffset) ? startOffset : endOffset + 1;
        return spanAt(this.source, startOffset, end);
    }
    name(token, at) {
        return token === undefined
            ? { kind: 'Name', text: '', span: this.empty(at.end) }
            : { kind: 'Name', text: token.image, span: spanOf(this.source, token) };
    }
    /** A hole at the end of what is there. */
    hole(at) {
        return { kind: 'Missing', span: this.empty(at.end) };
    }
    report(diagnostic) {
        this.diagnostics.push(diagnostic);
    }
    empty(offset) {
        return spanAt(this.source, offset, offset);
    }
}
/** The children of a node under a name: tokens. */
export function tokens(node, name) {
    return (node.children[name] ?? []).filter((child) => 'image' in child && isReal(child));
}
export function token(node, name) {
    return node.children[name]?.find((child) => 'image' in child && isReal(child));
}
/** The children of a node under a name: nodes. */
export function nodes(node, name) {
    return (node.children[name] ?? []).filter(isNode);
}
export function child(node, name) {
    return node.children[name]?.find(isNode);
}
function isNode(element) {
    return 'children' in element;
}
