/**
 * A tokenizer.json in which `Digits` pre-tokenizers are splits by `\p{N}`, which is what they mean in Hugging Face's
 * own implementation: every numeric character of Unicode, such as a half or a superscript two. The library that
 * prorl reads tokenizers with takes the ten ASCII digits alone.
 */
export function withUnicodeDigits(tokenizer) {
    return { ...tokenizer, pre_tokenizer: mended(tokenizer['pre_tokenizer']) };
}
function mended(value) {
    if (typeof value !== 'object' || value === null)
        return value;
    const step = value;
    if (step['type'] === 'Sequence' && Array.isArray(step['pretokenizers'])) {
        return { ...step, pretokenizers: step['pretokenizers'].map(mended) };
    }
    if (step['type'] !== 'Digits')
        return step;
    const regex = step['individual_digits'] === true ? '\\p{N}' : '\\p{N}+';
    return { type: 'Split', pattern: { Regex: regex }, behavior: 'Isolated', invert: false };
}
