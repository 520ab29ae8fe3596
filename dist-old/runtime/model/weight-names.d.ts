import type { ModelConfig } from './config.ts';
/** How a weight lies on the disk (Hugging Face's layout) and how it is used. */
export interface WeightSpec {
    /** Hugging Face's name of the tensor. */
    readonly name: string;
    /** Its shape in the file. */
    readonly shape: readonly number[];
    /**
     * `table`: rows looked up or multiplied from the right, [out, in] in memory as in the file.
     * `linear`: [out, in] in the file, [in, out] in memory. `gain` and `bias`: vectors.
     */
    readonly kind: 'table' | 'linear' | 'gain' | 'bias';
}
export declare const embeddingName = "model.embed_tokens.weight";
export declare const headName = "lm_head.weight";
export declare const finalNormName = "model.norm.weight";
/** The prefix of a layer's tensors. */
export declare function layerName(layer: number, rest: string): string;
/** Every tensor of a model of this shape, in the order in which files and optimizers hold them. */
export declare function weightSpecs(config: ModelConfig): WeightSpec[];
