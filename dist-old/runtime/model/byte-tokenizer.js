import { Tokenizer } from "./tokenizer.js";
/** Tokens after the 256 bytes. Those that belong to the text itself are not special: decoding keeps them. */
const addedTokens = [
    { content: '<|end|>', special: true },
    { content: '<|pad|>', special: true },
    { content: '<answer>', special: false },
    { content: '</answer>', special: false },
    { content: '<think>', special: false },
    { content: '</think>', special: false },
];
/**
 * A tokenizer whose tokens are the 256 bytes of UTF-8 and a few tags, written as a byte-level BPE without
 * merges, so that Hugging Face's own software reads it. It needs no training and can spell any text.
 */
export function byteTokenizer() {
    const vocabulary = Object.fromEntries(byteAlphabet().map((character, byte) => [character, byte]));
    const byteLevel = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: false };
    return new Tokenizer({
        version: '1.0',
        truncation: null,
        padding: null,
        added_tokens: addedTokens.map(({ content, special }, index) => ({
            id: 256 + index,
            content,
            single_word: false,
            lstrip: false,
            rstrip: false,
            normalized: false,
            special,
        })),
        normalizer: null,
        pre_tokenizer: byteLevel,
        post_processor: byteLevel,
        decoder: byteLevel,
        model: {
            type: 'BPE',
            dropout: null,
            unk_token: null,
            continuing_subword_prefix: null,
            end_of_word_suffix: null,
            fuse_unk: false,
            byte_fallback: false,
            ignore_merges: false,
            vocab: vocabulary,
            merges: [],
        },
    }, {
        tokenizer_class: 'PreTrainedTokenizerFast',
        eos_token: '<|end|>',
        pad_token: '<|pad|>',
        clean_up_tokenization_spaces: false,
        model_max_length: 1_000_000,
    }, 'the byte tokenizer');
}
/**
 * The printable character that stands for each byte in byte-level vocabularies: the visible characters of
 * Latin-1 for themselves, the others in order from U+0100 on (the table of GPT-2).
 */
function byteAlphabet() {
    const visible = (byte) => (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || (byte >= 0xae && byte <= 0xff);
    let next = 0x100;
    return Array.from({ length: 256 }, (_, byte) => String.fromCharCode(visible(byte) ? byte : next++));
}
