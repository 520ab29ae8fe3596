import { tf } from '../tensor/tf.ts';
/** One prompt with one response to it, as token ids. Both have at least one token. */
export interface Sample {
    readonly prompt: readonly number[];
    readonly response: readonly number[];
}
/**
 * A run of consecutive rows of a packed batch that attend causally to each other, and before that to all rows
 * of a prefix: the prompt that several responses share.
 */
export interface Segment {
    readonly start: number;
    readonly length: number;
    readonly prefixStart: number;
    readonly prefixLength: number;
}
/**
 * Samples laid out for one forward pass without padding: N rows, one for every token whose hidden state is
 * needed. A prompt that neighbouring samples share has its rows once. A response's last token has no row,
 * since nothing is predicted from it. Segments without a prefix come before those with one.
 */
export interface PackedBatch {
    /** Number of samples, B. */
    readonly size: number;
    /** Tokens of the longest response, T. */
    readonly responseLength: number;
    /** Tokens of all responses. */
    readonly responseTokens: number;
    /** Number of rows, N. */
    readonly rows: number;
    readonly tokens_N: Int32Array;
    readonly positions_N: Int32Array;
    readonly segments: readonly Segment[];
    /** For every response token: the row that predicts it. Responses to one prompt share that of their first token. */
    readonly headRows_R: Int32Array;
    readonly targets_R: Int32Array;
    /** For every response token: its place in a [B, T] tensor laid flat. */
    readonly place_R: Int32Array;
    readonly lengths_B: Int32Array;
}
/** Packs samples in the order given. Samples of one prompt should be neighbours: then it is computed once. */
export declare function packSamples(samples: readonly Sample[]): PackedBatch;
/**
 * Splits samples, in their order, into batches of at most `maxRows` rows each. Samples of one prompt stay
 * together where they fit; one sample that is longer than that is a batch of its own.
 */
export declare function packMicroBatches(samples: readonly Sample[], maxRows: number): PackedBatch[];
/** 1 where a response has a token, 0 where it is padding: [B, T]. */
export declare function maskOf(batch: PackedBatch): tf.Tensor2D;
