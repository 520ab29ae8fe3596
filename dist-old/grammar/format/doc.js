const lineOf = (flat, comments) => ({ kind: 'line', flat, comments });
/** Always a line's end; comments may stand above what follows. */
export const hardline = lineOf(null, 'above');
/** Between the parts of an expression. */
export const line = lineOf(' ', 'behind');
/** Between fields that stand together. */
export const wideline = lineOf('   ', 'behind');
/** Before an element in brackets, with a space or nothing where the brackets are on one line. */
export const elementline = lineOf(' ', 'above');
export const softline = lineOf('', 'above');
/** The line before a closing bracket, as the one behind the opening bracket is. */
export function closing({ flat }) {
    return lineOf(flat, 'within');
}
export function group(doc) {
    return { kind: 'group', doc };
}
export function indent(doc) {
    return { kind: 'indent', doc };
}
export function mark(which) {
    return { kind: 'mark', mark: which };
}
/** What stands in the text only if the group is broken. */
export function whenBroken(text) {
    return { kind: 'either', broken: text, flat: '' };
}
/** What stands in the text only if the group is not broken. */
export function whenFlat(text) {
    return { kind: 'either', broken: '', flat: text };
}
export function join(separator, docs) {
    return docs.flatMap((doc, i) => (i === 0 ? [doc] : [separator, doc]));
}
