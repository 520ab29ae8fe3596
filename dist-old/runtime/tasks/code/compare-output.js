/**
 * Whether a program's output is as expected, as competitive judges compare: spaces at the ends of lines and empty
 * lines at the end do not count; by words where `tokens` says so; with a tolerance, words that are numbers by value.
 */
export function sameOutput(given, expected, comparison = {}) {
    const { tokens = false, tolerance } = comparison;
    if (!tokens && tolerance === undefined)
        return lines(given) === lines(expected);
    const givenWords = words(given);
    const expectedWords = words(expected);
    return (givenWords.length === expectedWords.length &&
        givenWords.every((word, i) => {
            const wanted = expectedWords[i];
            return word === wanted || (tolerance !== undefined && close(word, wanted, tolerance));
        }));
}
/** A decimal number, as programs print it. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
function close(given, expected, tolerance) {
    return NUMBER.test(given) && NUMBER.test(expected) && within(Number(given), Number(expected), tolerance);
}
/** |given - expected| <= tolerance * max(1, |expected|); never for what is not finite. */
export function within(given, expected, tolerance) {
    return Math.abs(given - expected) <= tolerance * Math.max(1, Math.abs(expected));
}
function lines(text) {
    return text
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n')
        .trimEnd();
}
function words(text) {
    return text.split(/\s+/).filter((word) => word !== '');
}
