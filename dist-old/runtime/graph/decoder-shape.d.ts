import type { FreshModel } from './model-source.ts';
/** What of a decoder's configuration its size, its memory and its work follow from. */
export interface DecoderShape {
    readonly vocabularySize: number;
    readonly width: number;
    readonly hiddenWidth: number;
    readonly layers: number;
    readonly heads: number;
    readonly keyValueHeads: number;
    readonly headWidth: number;
    readonly tiedEmbeddings: boolean;
    /** The longest sequence in tokens. */
    readonly maxPositions: number;
}
/** Weights of a decoder: embeddings, and in each layer attention, a gated feed-forward block and norms. Biases are left out. */
export declare function parametersOf(shape: DecoderShape): number;
/** The shape of a model that a run makes; its tokenizer has the 256 bytes and 6 tags. */
export declare function freshShape(model: FreshModel): DecoderShape;
