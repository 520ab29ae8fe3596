/**
 * `UnsortedSegmentSum` for the wasm backend, which ships without it: row i of the input is added to row
 * `segmentIds[i]` of the result. The gradient of `gather`, and so of every embedding, is made of it.
 * Rows with an id below 0 are dropped, as in TensorFlow.
 */
export declare function registerUnsortedSegmentSum(): void;
