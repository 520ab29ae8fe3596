import { Policy } from './policy.ts';
import type { Tokenizer } from './tokenizer.ts';
/** A language model with the tokenizer that belongs to it. */
export interface LanguageModel {
    readonly policy: Policy;
    readonly tokenizer: Tokenizer;
}
/**
 * Reads a whole model folder: in Hugging Face's form, config.json, weights, tokenizer.json and
 * tokenizer_config.json, or as one GGUF file. Throws ProrlError when a part is missing or damaged, or when they do not fit together.
 */
export declare function readModelFolder(folder: string): Promise<LanguageModel>;
