/** How a type of GGUF holds numbers: `elements` of them together in `bytes` bytes. */
export interface Quantisation {
    readonly name: string;
    readonly elements: number;
    readonly bytes: number;
    /** Numbers from whole blocks; the buffer starts at a multiple of 4 of its memory. */
    readonly decode: (blocks: Uint8Array) => Float32Array;
}
/** The types that prorl reads, by GGUF's number. The layouts are those of ggml's `ggml-common.h`. */
export declare const quantisations: ReadonlyMap<number, Quantisation>;
