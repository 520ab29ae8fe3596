import { ExitCode, ProrlError } from "../../errors.js";
import { Tokenizer } from "../tokenizer.js";
import { scoredMerges } from "./scored-merges.js";
import { splitters } from "./splitters.js";
/** GGUF's kinds of tokens that matter: one with a meaning of its own, and one that the text may spell out. */
const control = 3;
const userDefined = 4;
/**
 * The tokenizer that a GGUF file carries, in the form of tokenizer.json and tokenizer_config.json. Byte-level BPE
 * (`gpt2`) and sentencepiece's BPE (`llama`) are known. Throws ProrlError where it carries another or none.
 */
export function ggufTokenizer({ file, metadata }) {
    const kind = metadata.text('tokenizer.ggml.model');
    const tokens = metadata.texts('tokenizer.ggml.tokens');
    if (kind === undefined || tokens === undefined || tokens.length === 0) {
        throw metadata.wrong('tokenizer.ggml.tokens', 'the tokens of the vocabulary');
    }
    if (new Set(tokens).size !== tokens.length)
        throw metadata.wrong('tokenizer.ggml.tokens', 'without repetition');
    const types = metadata.numbers('tokenizer.ggml.token_type') ?? [];
    const json = kind === 'gpt2'
        ? byteLevel(metadata, tokens, file)
        : kind === 'llama'
            ? sentencePiece(metadata, tokens)
            : refuse(file, `the tokenizer model "${kind}"`);
    const addedTokens = tokens.flatMap((content, id) => {
        const type = types[id];
        if (type !== control && type !== userDefined)
            return [];
        const exact = { single_word: false, lstrip: false, rstrip: false, normalized: false };
        return [{ id, content, ...exact, special: type === control }];
    });
    const whole = { version: '1.0', truncation: null, padding: null, added_tokens: addedTokens, ...json };
    return new Tokenizer(whole, settings(metadata, tokens), file);
}
function byteLevel(metadata, tokens, file) {
    const name = metadata.text('tokenizer.ggml.pre') ?? 'default';
    const splitter = splitters.get(name);
    if (splitter === undefined)
        return refuse(file, `the splitting of text "${name}" (tokenizer.ggml.pre)`);
    const merges = metadata.texts('tokenizer.ggml.merges');
    if (merges === undefined)
        throw metadata.wrong('tokenizer.ggml.merges', 'the merges of the vocabulary');
    return {
        normalizer: splitter.normalizer,
        pre_tokenizer: splitter.preTokenizer,
        post_processor: null,
        decoder: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
        model: { ...bpe(tokens), unk_token: null, ignore_merges: splitter.ignoreMerges, merges },
    };
}
function sentencePiece(metadata, tokens) {
    const scores = metadata.numbers('tokenizer.ggml.scores');
    if (scores?.length !== tokens.length)
        throw metadata.wrong('tokenizer.ggml.scores', 'a score for each token');
    const spaceFirst = metadata.flag('tokenizer.ggml.add_space_prefix') ?? true;
    const unknown = tokens[metadata.number('tokenizer.ggml.unknown_token_id') ?? 0] ?? null;
    const space = '\u2581';
    return {
        normalizer: {
            type: 'Sequence',
            normalizers: [
                ...(spaceFirst ? [{ type: 'Prepend', prepend: space }] : []),
                { type: 'Replace', pattern: { String: ' ' }, content: space },
            ],
        },
        pre_tokenizer: null,
        post_processor: null,
        decoder: {
            type: 'Sequence',
            decoders: [
                { type: 'Replace', pattern: { String: space }, content: ' ' },
                { type: 'ByteFallback' },
                { type: 'Fuse' },
                ...(spaceFirst ? [{ type: 'Strip', content: ' ', start: 1, stop: 0 }] : []),
            ],
        },
        model: {
            ...bpe(tokens),
            unk_token: unknown,
            fuse_unk: true,
            byte_fallback: true,
            ignore_merges: false,
            merges: scoredMerges(tokens, scores),
        },
    };
}
function bpe(tokens) {
    return {
        type: 'BPE',
        dropout: null,
        continuing_subword_prefix: null,
        end_of_word_suffix: null,
        fuse_unk: false,
        byte_fallback: false,
        vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
    };
}
/** What tokenizer_config.json says: the named tokens and the chat template. */
function settings(metadata, tokens) {
    const named = (name) => {
        const id = metadata.number(`tokenizer.ggml.${name}_token_id`);
        return id === undefined ? undefined : tokens[id];
    };
    const template = metadata.text('tokenizer.chat_template');
    const fields = {
        bos_token: named('bos'),
        eos_token: named('eos'),
        unk_token: named('unknown'),
        pad_token: named('padding'),
        chat_template: template,
    };
    return {
        tokenizer_class: 'PreTrainedTokenizerFast',
        clean_up_tokenization_spaces: false,
        ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    };
}
function refuse(file, what) {
    throw new ProrlError(`${file} asks for ${what}, which prorl does not know.`, {
        exitCode: ExitCode.pipeline,
        hint: 'Lay the tokenizer.json and tokenizer_config.json of the original model beside the file: they are used instead.',
    });
}
