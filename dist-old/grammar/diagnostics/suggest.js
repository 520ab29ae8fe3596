import { distance } from 'fastest-levenshtein';
import { replace } from "./diagnostic.js";
/**
 * The candidate nearest to a word, within about one edit per three characters (at least one, and
 * two for a swap of neighbours), upper and lower case aside; undefined when none is that near.
 */
export function nearest(word, candidates) {
    const sought = word.toLowerCase();
    let best;
    let least = Infinity;
    for (const candidate of candidates) {
        const other = candidate.toLowerCase();
        const edits = swapped(sought, other) ? 1 : distance(sought, other);
        const most = Math.max(1, Math.ceil(Math.max(sought.length, other.length) / 3));
        // A short word all of whose letters differ is no slip of the hand.
        if (edits <= most && edits < Math.max(sought.length, 1) && edits < least) {
            least = edits;
            best = candidate;
        }
    }
    return best;
}
/** The fix that writes the nearest candidate in place of a word, if one is near; between `quotes`, where it is a text. */
export function nearestFix(span, word, candidates, quotes = '') {
    const found = nearest(word, candidates);
    return found === undefined
        ? undefined
        : replace(span, `${quotes}${found}${quotes}`, `did you mean "${found}"?`);
}
function swapped(a, b) {
    if (a.length !== b.length)
        return false;
    const at = [...a].findIndex((c, i) => c !== b[i]);
    return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
/** `a`, `b` or `c`, each in quotes; at most `most` of them. */
export function listed(words, joint = 'or', most = 8) {
    const quoted = words.slice(0, most).map((w) => `"${w}"`);
    if (words.length > most)
        return `${quoted.join(', ')} ... (${words.length} in all)`;
    if (quoted.length < 2)
        return quoted.join('');
    return `${quoted.slice(0, -1).join(', ')} ${joint} ${quoted[quoted.length - 1] ?? ''}`;
}
