import { commentsBefore, makeGap } from "./comments.js";
/**
 * The words (tokens) of a file in their order, and the comments in the gaps between them. A layout puts out each word
 * once or drops it; `print` holds it to that, and puts out the comments of each gap itself. So none can be lost.
 */
export class Words {
    tokens;
    indices = new Map();
    /** Before each token, and at last behind all. */
    comments;
    dropped = new Set();
    constructor(tokens, comments) {
        this.tokens = tokens;
        tokens.forEach((token, i) => this.indices.set(token.startOffset, i));
        this.comments = commentsBefore(tokens, comments);
    }
    /** The text of a token, with the comments in the gap before it. */
    token(token) {
        return { kind: 'word', text: token.image, index: this.index(token) };
    }
    /** The end of the file, with the comments before it. */
    end() {
        return { kind: 'word', text: '', index: this.tokens.length };
    }
    /** Leaves a token out of the layout; the gaps around it become one. To be said before the gap is asked for. */
    drop(token) {
        if (token !== undefined)
            this.dropped.add(this.index(token));
    }
    /** The gap before a token, before the first token of a node, or (`end`) behind all tokens. */
    gap(at) {
        if (at === 'end')
            return this.gapAt(this.tokens.length);
        return this.gapAt('image' in at ? this.index(at) : this.indices.get(at.location.startOffset));
    }
    /** The tokens of a node, in their order. */
    all(node) {
        const { startOffset, endOffset = startOffset } = node.location;
        const first = this.indices.get(startOffset);
        let end = first;
        while (end < this.tokens.length && this.tokens[end].startOffset <= endOffset)
            end++;
        return this.tokens.slice(first, end);
    }
    /** The gaps before all words that are put out, by the word's index. */
    gaps() {
        const out = new Map();
        for (let i = 0; i <= this.tokens.length; i++)
            if (!this.dropped.has(i))
                out.set(i, this.gapAt(i));
        return out;
    }
    index(token) {
        return this.indices.get(token.startOffset);
    }
    gapAt(index) {
        let first = index;
        while (first > 0 && this.dropped.has(first - 1))
            first--;
        const things = [];
        for (let i = first; i <= index; i++) {
            things.push(...this.comments[i]);
            if (i < index)
                things.push(this.tokens[i]);
        }
        return makeGap(this.tokens[first - 1] ?? null, things, this.tokens[index] ?? null);
    }
}
