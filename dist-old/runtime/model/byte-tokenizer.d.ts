import { Tokenizer } from './tokenizer.ts';
/**
 * A tokenizer whose tokens are the 256 bytes of UTF-8 and a few tags, written as a byte-level BPE without
 * merges, so that Hugging Face's own software reads it. It needs no training and can spell any text.
 */
export declare function byteTokenizer(): Tokenizer;
