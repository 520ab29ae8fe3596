/**
 * The code of a response. Reasoning up to the last `</think>` does not count. Of the rest it is the text between
 * `<answer>` tags where they are; of that the last fenced block; without a fence, all of it. Undefined where
 * nothing is left, or where a `<think>` was never closed. Linear in the length of the response.
 */
export declare function readSolution(response: string): string | undefined;
