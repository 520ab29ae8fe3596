import type { ModelConfig } from './config.ts';
import type { HostTensor } from './safetensors.ts';
import { Tokenizer } from './tokenizer.ts';
/** A model folder whose shape is known; tokenizer and weights are read when they are asked for. */
export interface ModelFiles {
    readonly config: ModelConfig;
    readonly readTokenizer: () => Tokenizer;
    /** Exactly the tensors that the shape asks for, by Hugging Face's names and in Hugging Face's layout. */
    readonly readWeights: () => Map<string, HostTensor>;
}
/**
 * Opens a model folder: one in Hugging Face's form (config.json, safetensors, tokenizer.json), or one that holds a
 * single GGUF file. Throws ProrlError where it is neither.
 */
export declare function openModelFiles(folder: string): Promise<ModelFiles>;
/** Whether a folder is there and looks like one that `openModelFiles` opens. */
export declare function isModelFolder(folder: string): boolean;
