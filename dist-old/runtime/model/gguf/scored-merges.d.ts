/**
 * The merges of a sentencepiece vocabulary, which keeps a score for each token instead: a token is made from any
 * two tokens that spell it, the one with the highest score first, and at equal scores in the order of the tokens.
 */
export declare function scoredMerges(tokens: readonly string[], scores: readonly number[]): [string, string][];
