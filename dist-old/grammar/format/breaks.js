import { breaksLine, standsAlone } from "./comments.js";
/**
 * The groups that cannot be on one line: those with a line that always breaks, with a group inside that cannot, and those
 * with a comment that breaks its line and, at or behind it, a line of their own, at whose end the comment can stand.
 * Comments in front of a group or behind its last line do not break it: they stand at the end of
 * the line in which it ends. Where a comment ends up, it breaks the same groups again.
 */
export function brokenGroups(doc, gaps) {
    const broken = new Set();
    const indices = [...gaps.keys()];
    /** How many gaps up to each word's have a comment that breaks its line. */
    const counts = new Map();
    /** The word behind each. */
    const following = new Map();
    let count = 0;
    indices.forEach((index, i) => {
        if (gaps.get(index).comments.some(breaksLine))
            count++;
        counts.set(index, count);
        following.set(index, indices[i + 1] ?? index);
    });
    let word = 0;
    const breaks = (line, { first }) => {
        if (line.flat === null)
            return true;
        if (first === undefined)
            return false;
        const next = following.get(word);
        if (counts.get(next) > counts.get(first))
            return true;
        return line.comments !== 'behind' && gaps.get(next).comments.some(standsAlone);
    };
    const visit = (current, frame) => {
        if (typeof current === 'string')
            return;
        if (!('kind' in current)) {
            for (const part of current)
                visit(part, frame);
            return;
        }
        if (current.kind === 'word') {
            word = current.index;
            frame.first ??= word;
        }
        else if (current.kind === 'line') {
            frame.broken ||= breaks(current, frame);
        }
        else if (current.kind === 'indent') {
            visit(current.doc, frame);
        }
        else if (current.kind === 'group') {
            const inner = { first: undefined, broken: false };
            visit(current.doc, inner);
            if (inner.broken)
                broken.add(current);
            frame.broken ||= inner.broken;
            frame.first ??= inner.first;
        }
    };
    visit(doc, { first: undefined, broken: false });
    return broken;
}
