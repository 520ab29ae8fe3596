/**
 * The final answer that a response states, or undefined where it states none. Reasoning before the last
 * `</think>` does not count, nor does anything where a `<think>` is never closed. Of `\boxed{...}` and
 * `<answer>...</answer>` the one that ends last counts; without either, the last sentence of the form
 * "the answer is ..." or "answer: ...". A number that merely stands somewhere is no answer.
 */
export declare function finalAnswer(response: string): string | undefined;
