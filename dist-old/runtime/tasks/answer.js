const OPEN = '<answer>';
const CLOSE = '</answer>';
/** Longer answers are wrong without being looked at: no task here has one, and judging stays bounded. */
const LONGEST_ANSWER = 4096;
/** Puts an answer between the tags that `readAnswer` looks for. */
export function writeAnswer(answer) {
    return OPEN + answer + CLOSE;
}
/**
 * What a response says once its reasoning has ended: all behind the last `</think>`. Without one it is the whole
 * response, or undefined where a `<think>` was never closed.
 */
export function afterReasoning(response) {
    const close = response.lastIndexOf('</think>');
    if (close >= 0)
        return response.slice(close + '</think>'.length);
    return response.includes('<think>') ? undefined : response;
}
/**
 * The text inside the last complete `<answer>...</answer>` of a response, trimmed, with every run of
 * whitespace made one space. Nothing else counts: no tag, an unclosed tag, an empty answer or one of
 * more than 4096 characters gives undefined. Linear in the length of the response.
 */
export function readAnswer(response) {
    const lastClose = response.lastIndexOf(CLOSE);
    if (lastClose < 0)
        return undefined;
    const open = response.lastIndexOf(OPEN, lastClose);
    if (open < 0)
        return undefined;
    const start = open + OPEN.length;
    // The first closing tag after the opening one ends the answer; a stray later one does not extend it.
    const end = response.indexOf(CLOSE, start);
    if (end - start > LONGEST_ANSWER)
        return undefined;
    const answer = response.slice(start, end).trim().replace(/\s+/g, ' ');
    return answer === '' ? undefined : answer;
}
/**
 * The one spelling of a whole number: an optional minus and digits. A leading plus, leading zeros and
 * the minus of zero are spelling, not value, and are dropped (`+07` is `7`, `-0` is `0`). Anything else
 * (`7.0`, `1,000`, `7 apples`, `١`) is undefined. Never goes through a float, so any length is exact.
 */
export function canonicalInteger(text) {
    const parts = /^([+-]?)0*([0-9]+)$/.exec(text);
    if (parts === null)
        return undefined;
    const digits = parts[2] ?? '';
    return parts[1] === '-' && digits !== '0' ? '-' + digits : digits;
}
/** Whether both texts spell the same whole number; false where either is not one. */
export function sameInteger(given, expected) {
    const value = canonicalInteger(given);
    return value !== undefined && value === canonicalInteger(expected);
}
/** Whether both texts are the same to the letter (case counts). */
export function sameText(given, expected) {
    return given === expected;
}
