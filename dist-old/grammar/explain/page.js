/** Shorthand for the pages: examples are texts, of which line breaks at both ends do not count. */
export function page(meaning, why, wrong, right) {
    return { meaning, why, wrong: example(wrong), right: example(right) };
}
function example(given) {
    const { text, ...rest } = typeof given === 'string' ? { text: given } : given;
    return { text: text.replace(/^\n/, '').replace(/\n$/, ''), ...rest };
}
