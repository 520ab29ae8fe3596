/** How a byte-level tokenizer cuts text into the pieces that merges stay within. */
export interface Splitter {
    readonly normalizer: Readonly<Record<string, unknown>> | null;
    readonly preTokenizer: Readonly<Record<string, unknown>>;
    /** Whether a piece that is in the vocabulary is taken as it is, without merging. */
    readonly ignoreMerges: boolean;
}
/** By the name that `tokenizer.ggml.pre` gives. */
export declare const splitters: ReadonlyMap<string, Splitter>;
