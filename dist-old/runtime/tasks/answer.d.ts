/** Puts an answer between the tags that `readAnswer` looks for. */
export declare function writeAnswer(answer: string): string;
/**
 * What a response says once its reasoning has ended: all behind the last `</think>`. Without one it is the whole
 * response, or undefined where a `<think>` was never closed.
 */
export declare function afterReasoning(response: string): string | undefined;
/**
 * The text inside the last complete `<answer>...</answer>` of a response, trimmed, with every run of
 * whitespace made one space. Nothing else counts: no tag, an unclosed tag, an empty answer or one of
 * more than 4096 characters gives undefined. Linear in the length of the response.
 */
export declare function readAnswer(response: string): string | undefined;
/**
 * The one spelling of a whole number: an optional minus and digits. A leading plus, leading zeros and
 * the minus of zero are spelling, not value, and are dropped (`+07` is `7`, `-0` is `0`). Anything else
 * (`7.0`, `1,000`, `7 apples`, `١`) is undefined. Never goes through a float, so any length is exact.
 */
export declare function canonicalInteger(text: string): string | undefined;
/** Whether both texts spell the same whole number; false where either is not one. */
export declare function sameInteger(given: string, expected: string): boolean;
/** Whether both texts are the same to the letter (case counts). */
export declare function sameText(given: string, expected: string): boolean;
