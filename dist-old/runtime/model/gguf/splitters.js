const bytes = (useRegex) => ({
    type: 'ByteLevel',
    add_prefix_space: false,
    trim_offsets: true,
    use_regex: useRegex,
});
function sequence(...pretokenizers) {
    return { type: 'Sequence', pretokenizers };
}
/** GPT-4's pattern, which Llama 3 and Qwen share but for the most digits of one piece. */
function pattern(digits) {
    const regex = String.raw `(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}${digits}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`;
    return { type: 'Split', pattern: { Regex: regex }, behavior: 'Isolated', invert: false };
}
const gpt2 = { normalizer: null, preTokenizer: bytes(true), ignoreMerges: false };
const smollm = {
    normalizer: null,
    preTokenizer: sequence({ type: 'Digits', individual_digits: true }, bytes(true)),
    ignoreMerges: false,
};
const llama3 = {
    normalizer: null,
    preTokenizer: sequence(pattern('{1,3}'), bytes(false)),
    ignoreMerges: true,
};
const qwen2 = {
    normalizer: { type: 'NFC' },
    preTokenizer: sequence(pattern(''), bytes(false)),
    ignoreMerges: false,
};
/** By the name that `tokenizer.ggml.pre` gives. */
export const splitters = new Map([
    ['default', gpt2],
    ['gpt-2', gpt2],
    ['smollm', smollm],
    ['llama-bpe', llama3],
    ['llama3', llama3],
    ['qwen2', qwen2],
]);
