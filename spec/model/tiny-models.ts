import { parseModelConfig } from '../../runtime/model/config.ts';
import type { ModelConfig } from '../../runtime/model/config.ts';
import type { Sample } from '../../runtime/model/batch.ts';
import { Policy } from '../../runtime/model/policy.ts';
import type { Random } from '../../runtime/tasks/task.ts';

/** A small stream of uniforms (mulberry32), for tests alone. */
export function testRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    pick: (items) => {
      const item = items[int(0, items.length - 1)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    shuffle: (items) =>
      items
        .map((item) => ({ item, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item),
  };
}

const common = { vocab_size: 23, num_hidden_layers: 2, max_position_embeddings: 64, rms_norm_eps: 1e-5 };
const even = { ...common, hidden_size: 16, intermediate_size: 32, num_attention_heads: 4 };

/** One tiny model a family, and one whose widths no four-lane kernel fits. */
export const tinyConfigs: Readonly<Record<string, ModelConfig>> = {
  llama: parseModelConfig({
    ...even,
    model_type: 'llama',
    num_key_value_heads: 2,
    head_dim: 16,
    attention_bias: true,
    mlp_bias: true,
    tie_word_embeddings: true,
  }),
  qwen2: parseModelConfig({
    ...even,
    model_type: 'qwen2',
    num_key_value_heads: 4,
    rope_theta: 1e6,
    head_dim: 16,
  }),
  qwen3: parseModelConfig({ ...even, model_type: 'qwen3', num_key_value_heads: 1, head_dim: 16 }),
  'llama of odd widths': parseModelConfig({
    ...common,
    model_type: 'llama',
    hidden_size: 18,
    intermediate_size: 21,
    num_attention_heads: 3,
    num_key_value_heads: 1,
    head_dim: 6,
  }),
};

/** Random weights, larger than those of a fresh model, so that every part of it matters; gains and biases too. */
export async function livelyPolicy(config: ModelConfig, seed: number): Promise<Policy> {
  const random = testRandom(seed);
  const policy = Policy.fresh(config, random);
  const data = await policy.snapshot();
  for (const [name, { data: values }] of data) {
    const centre = name.includes('norm') ? 1 : 0;
    for (let i = 0; i < values.length; i++) values[i] = centre + (random.next() - 0.5) * 0.8;
  }
  policy.restore(data);
  return policy;
}

/** Samples in groups: shared prompts, a prompt by itself, responses of one token and of several. */
export function tinySamples(vocabularySize: number, seed: number): Sample[] {
  const random = testRandom(seed);
  const tokens = (length: number) => Array.from({ length }, () => random.int(0, vocabularySize - 1));
  const [first, second, third] = [tokens(5), tokens(1), tokens(9)];
  return [
    { prompt: first, response: tokens(4) },
    { prompt: first, response: tokens(1) },
    { prompt: first, response: tokens(7) },
    { prompt: second, response: tokens(6) },
    { prompt: third, response: tokens(2) },
    { prompt: third, response: tokens(1) },
    { prompt: third, response: tokens(3) },
  ];
}
