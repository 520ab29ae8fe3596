import { lookahead } from "./parser.js";
import { moved } from "./moved.js";
/** How many parts that begin with the same words are tried. */
const mostAlike = 8;
/**
 * The parts of a file as it was parsed last. A part is used again, moved to where it stands now,
 * where it has the same text and stands between the same tokens: its parse saw nothing else.
 */
export class KnownParts {
    /** By their first words. */
    before = new Map();
    now = new Map();
    source;
    tokens = [];
    /** How many parts of the last text were parsed anew. */
    parsed = 0;
    begin(source, tokens) {
        this.before = this.now;
        this.now = new Map();
        this.source = source;
        this.tokens = tokens;
        this.parsed = 0;
    }
    /** The part that begins at a token, if it is known. */
    find(at) {
        const found = this.before.get(this.words(at))?.find((one) => this.fits(one, at));
        if (found === undefined) {
            this.parsed += 1;
            return undefined;
        }
        const [was, is] = [found.tokens[1], this.tokens[at]];
        const lines = is.startLine - was.startLine;
        return moved(found.part, is.startOffset - was.startOffset, lines);
    }
    keep(at, part) {
        const words = this.words(at);
        const alike = this.now.get(words) ?? [];
        if (alike.length === mostAlike)
            return;
        const tokens = [at === 0 ? undefined : this.tokens[at - 1]];
        for (let i = at; i < at + part.count + lookahead && i < this.tokens.length; i++) {
            tokens.push(this.tokens[i]);
        }
        alike.push({ part, tokens, text: this.text(at, part.count) });
        this.now.set(words, alike);
    }
    words(at) {
        const [one, two, three] = [this.tokens[at], this.tokens[at + 1], this.tokens[at + 2]];
        return `${one?.image} ${two?.image} ${three?.image}`;
    }
    text(at, count) {
        const from = at === 0 ? 0 : endOf(this.tokens[at - 1]);
        const to = this.tokens[at + count]?.startOffset ?? this.source.text.length;
        return this.source.text.slice(from, to);
    }
    fits({ part, text, tokens }, at) {
        if (tokens.length !== 1 + Math.min(part.count + lookahead, this.tokens.length - at))
            return false;
        const [was, is] = [tokens[1], this.tokens[at]];
        if (was.startColumn !== is.startColumn)
            return false;
        const offset = is.startOffset - was.startOffset;
        const lines = is.startLine - was.startLine;
        return (tokens.every((one, i) => same(one, this.tokens[at + i - 1], offset, lines)) &&
            text === this.text(at, part.count));
    }
}
function same(was, is, offset, lines) {
    if (was === undefined || is === undefined)
        return was === is;
    return (was.tokenType === is.tokenType &&
        was.startOffset + offset === is.startOffset &&
        was.startLine + lines === is.startLine &&
        was.image === is.image);
}
function endOf(token) {
    return (token.endOffset ?? token.startOffset - 1) + 1;
}
