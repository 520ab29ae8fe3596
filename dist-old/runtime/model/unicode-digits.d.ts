type Json = Readonly<Record<string, unknown>>;
/**
 * A tokenizer.json in which `Digits` pre-tokenizers are splits by `\p{N}`, which is what they mean in Hugging Face's
 * own implementation: every numeric character of Unicode, such as a half or a superscript two. The library that
 * prorl reads tokenizers with takes the ten ASCII digits alone.
 */
export declare function withUnicodeDigits(tokenizer: Json): Json;
export {};
