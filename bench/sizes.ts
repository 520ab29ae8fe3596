import { parseModelConfig, type ModelConfig } from '../runtime/model/config.ts';

/** A model and a GRPO step of it that benchmarks are made on. Lengths are in tokens. */
export interface Size {
  readonly config: ModelConfig;
  readonly prompts: number;
  readonly samples: number;
  /** Of every prompt. */
  readonly promptTokens: number;
  /** Of every response: none ends before. */
  readonly maxTokens: number;
}

/** `nano` has the shape of the bundled model, `135M` that of SmolLM2-135M; all weights are random. */
export const sizes = {
  nano: {
    config: shape('qwen3', { layers: 4, hidden: 128, heads: 4, kvHeads: 2, middle: 320, vocabulary: 262 }),
    prompts: 16,
    samples: 8,
    promptTokens: 32,
    maxTokens: 32,
  },
  '2M4': {
    config: shape('qwen3', { layers: 6, hidden: 192, heads: 6, kvHeads: 3, middle: 512, vocabulary: 262 }),
    prompts: 16,
    samples: 16,
    promptTokens: 48,
    maxTokens: 48,
  },
  '30M': {
    config: shape('llama', {
      layers: 16,
      hidden: 384,
      heads: 6,
      kvHeads: 2,
      middle: 1024,
      vocabulary: 12_288,
    }),
    prompts: 8,
    samples: 8,
    promptTokens: 64,
    maxTokens: 64,
  },
  '135M': {
    config: shape('llama', {
      layers: 30,
      hidden: 576,
      heads: 9,
      kvHeads: 3,
      middle: 1536,
      vocabulary: 49_152,
    }),
    prompts: 4,
    samples: 4,
    promptTokens: 64,
    maxTokens: 64,
  },
} satisfies Record<string, Size>;

export type SizeName = keyof typeof sizes;
export const sizeNames = Object.keys(sizes) as SizeName[];

/** Throws where there is no size of that name. */
export function sizeOf(name: string): Size {
  const size = sizes[name as SizeName] as Size | undefined;
  if (size === undefined) throw new Error(`there is no size ${name}: there are ${sizeNames.join(', ')}`);
  return size;
}

function shape(
  family: 'llama' | 'qwen3',
  of: {
    layers: number;
    hidden: number;
    heads: number;
    kvHeads: number;
    middle: number;
    vocabulary: number;
  },
): ModelConfig {
  return parseModelConfig({
    model_type: family,
    vocab_size: of.vocabulary,
    hidden_size: of.hidden,
    intermediate_size: of.middle,
    num_hidden_layers: of.layers,
    num_attention_heads: of.heads,
    num_key_value_heads: of.kvHeads,
    head_dim: of.hidden / of.heads,
    max_position_embeddings: 256,
    tie_word_embeddings: true,
    // The byte tokenizer's: larger vocabularies have rows that no text needs.
    eos_token_id: 256,
    pad_token_id: 257,
  });
}
