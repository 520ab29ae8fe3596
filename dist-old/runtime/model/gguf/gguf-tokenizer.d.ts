import { Tokenizer } from '../tokenizer.ts';
import type { GgufFile } from './gguf-file.ts';
/**
 * The tokenizer that a GGUF file carries, in the form of tokenizer.json and tokenizer_config.json. Byte-level BPE
 * (`gpt2`) and sentencepiece's BPE (`llama`) are known. Throws ProrlError where it carries another or none.
 */
export declare function ggufTokenizer({ file, metadata }: GgufFile): Tokenizer;
