/** Whether a count stands in the relation that was asked for. */
export function inRelation(count, relation, limit) {
    return relation === 'less than' ? count < limit : count >= limit;
}
export function count(text, pattern) {
    let found = 0;
    for (const match of text.matchAll(pattern))
        found += match[0] === '' ? 0 : 1;
    return found;
}
/** A text as a regular expression that matches just it. */
export function literally(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
/** The words of a text: runs of letters, digits and underscores of any script. */
export function wordsOf(text) {
    return text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
}
/** `3 words`, `1 word`. */
export function many(number, what) {
    return `${number} ${what}${number === 1 ? '' : 's'}`;
}
