/** How a byte-level tokenizer cuts text into the pieces that merges stay within. */
export interface Splitter {
  readonly normalizer: Readonly<Record<string, unknown>> | null;
  readonly preTokenizer: Readonly<Record<string, unknown>>;
  /** Whether a piece that is in the vocabulary is taken as it is, without merging. */
  readonly ignoreMerges: boolean;
}

const bytes = (useRegex: boolean) => ({
  type: 'ByteLevel',
  add_prefix_space: false,
  trim_offsets: true,
  use_regex: useRegex,
});

function sequence(...pretokenizers: readonly object[]): Readonly<Record<string, unknown>> {
  return { type: 'Sequence', pretokenizers };
}

/** GPT-4's pattern, which Llama 3 and Qwen share but for the most digits of one piece. */
function pattern(digits: string): object {
  const regex = String.raw`(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}${digits}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`;
  return { type: 'Split', pattern: { Regex: regex }, behavior: 'Isolated', invert: false };
}

const gpt2: Splitter = { normalizer: null, preTokenizer: bytes(true), ignoreMerges: false };
const smollm: Splitter = {
  normalizer: null,
  preTokenizer: sequence({ type: 'Digits', individual_digits: true }, bytes(true)),
  ignoreMerges: false,
};
const llama3: Splitter = {
  normalizer: null,
  preTokenizer: sequence(pattern('{1,3}'), bytes(false)),
  ignoreMerges: true,
};
const qwen2: Splitter = {
  normalizer: { type: 'NFC' },
  preTokenizer: sequence(pattern(''), bytes(false)),
  ignoreMerges: false,
};

/** By the name that `tokenizer.ggml.pre` gives. */
export const splitters: ReadonlyMap<string, Splitter> = new Map([
  ['default', gpt2],
  ['gpt-2', gpt2],
  ['smollm', smollm],
  ['llama-bpe', llama3],
  ['llama3', llama3],
  ['qwen2', qwen2],
]);
