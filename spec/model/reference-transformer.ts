import type { ModelConfig } from '../../runtime/model/config.ts';
import type { WeightData } from '../../runtime/model/safetensors.ts';

/** Weights in the file's layout ([out, in]), in double precision. */
export type Weights = Map<string, Float64Array>;

export function doublePrecision(data: WeightData): Weights {
  return new Map([...data].map(([name, tensor]) => [name, Float64Array.from(tensor.data)]));
}

/**
 * The transformer written down from its definition, one sequence, one position and one head after the other:
 * no batches, no cache, no sharing. Returns the scores over the vocabulary at every position.
 */
export function referenceLogits(
  config: ModelConfig,
  weights: Weights,
  tokens: readonly number[],
): number[][] {
  const w = (name: string) => {
    const found = weights.get(name);
    if (found === undefined) throw new Error(`no ${name}`);
    return found;
  };
  const { width, headWidth } = config;
  const project = (name: string, x: readonly number[], out: number): number[] => {
    const weight = w(`${name}.weight`);
    const bias = weights.get(`${name}.bias`);
    return Array.from({ length: out }, (_, o) =>
      x.reduce(
        (sum, value, i) => sum + value * at(weight, o * x.length + i),
        bias === undefined ? 0 : at(bias, o),
      ),
    );
  };
  const norm = (name: string, x: readonly number[]): number[] => {
    const gain = w(`${name}.weight`);
    const scale = Math.sqrt(x.reduce((sum, value) => sum + value * value, 0) / x.length + config.normEpsilon);
    return x.map((value, i) => (value / scale) * at(gain, i));
  };
  const turn = (x: readonly number[], position: number): number[] => {
    const half = headWidth / 2;
    return x.map((value, i) => {
      const angle = position * config.ropeTheta ** ((-2 * (i % half)) / headWidth);
      const partner = i < half ? -at(x, i + half) : at(x, i - half);
      return value * Math.cos(angle) + partner * Math.sin(angle);
    });
  };
  const headsOf = (x: readonly number[]): number[][] =>
    Array.from({ length: x.length / headWidth }, (_, h) => x.slice(h * headWidth, (h + 1) * headWidth));

  let states = tokens.map((token) =>
    Array.from(w('model.embed_tokens.weight').subarray(token * width, (token + 1) * width)),
  );
  for (let layer = 0; layer < config.layers; layer++) {
    const name = (rest: string) => `model.layers.${layer}.${rest}`;
    const normed = states.map((x) => norm(name('input_layernorm'), x));
    const turned = (which: 'q' | 'k', count: number) =>
      normed.map((x, position) =>
        headsOf(project(name(`self_attn.${which}_proj`), x, count * headWidth))
          .map((head) => (config.queryKeyNorm ? norm(name(`self_attn.${which}_norm`), head) : head))
          .map((head) => turn(head, position)),
      );
    const queries = turned('q', config.heads);
    const keys = turned('k', config.keyValueHeads);
    const values = normed.map((x) =>
      headsOf(project(name('self_attn.v_proj'), x, config.keyValueHeads * headWidth)),
    );
    states = states.map((x, position) => {
      const mixed = (queries[position] as number[][]).flatMap((query, h) => {
        const group = Math.floor(h / (config.heads / config.keyValueHeads));
        const scores = Array.from(
          { length: position + 1 },
          (_, j) => inner(query, (keys[j] as number[][])[group] as number[]) / Math.sqrt(headWidth),
        );
        const highest = Math.max(...scores);
        const exponentials = scores.map((score) => Math.exp(score - highest));
        const total = exponentials.reduce((sum, e) => sum + e, 0);
        return Array.from({ length: headWidth }, (_, c) =>
          exponentials.reduce(
            (sum, e, j) => sum + (e / total) * at((values[j] as number[][])[group] as number[], c),
            0,
          ),
        );
      });
      const attended = plus(x, project(name('self_attn.o_proj'), mixed, width));
      const inside = norm(name('post_attention_layernorm'), attended);
      const gate = project(name('mlp.gate_proj'), inside, config.hiddenWidth);
      const up = project(name('mlp.up_proj'), inside, config.hiddenWidth);
      const middle = gate.map((g, i) => (g / (1 + Math.exp(-g))) * at(up, i));
      return plus(attended, project(name('mlp.down_proj'), middle, width));
    });
  }
  const table = w(config.tiedEmbeddings ? 'model.embed_tokens.weight' : 'lm_head.weight');
  return states.map((x) => {
    const final = norm('model.norm', x);
    return Array.from({ length: config.vocabularySize }, (_, v) =>
      final.reduce((sum, value, i) => sum + value * at(table, v * width + i), 0),
    );
  });
}

/** log p of each response token at a temperature, and the entropy it was drawn at. */
export function referenceLogprobs(
  config: ModelConfig,
  weights: Weights,
  prompt: readonly number[],
  response: readonly number[],
  temperature = 1,
): { logprob: number; entropy: number }[] {
  const logits = referenceLogits(config, weights, [...prompt, ...response]);
  return response.map((token, t) => {
    const scores = (logits[prompt.length + t - 1] as number[]).map((score) => score / temperature);
    const highest = Math.max(...scores);
    const normaliser = highest + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - highest), 0));
    const entropy = scores.reduce(
      (sum, score) => sum - Math.exp(score - normaliser) * (score - normaliser),
      0,
    );
    return { logprob: at(scores, token) - normaliser, entropy };
  });
}

function at(values: ArrayLike<number>, index: number): number {
  const value = values[index];
  if (value === undefined) throw new Error(`index ${index} out of ${values.length}`);
  return value;
}

function inner(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * at(b, i), 0);
}

function plus(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, i) => value + at(b, i));
}

/** The slope of `loss` in one of the numbers that it reads, which is as before afterwards. */
export function centralDifference(values: Float64Array, index: number, loss: () => number): number {
  const original = values[index]!;
  const step = 1e-5;
  values[index] = original + step;
  const up = loss();
  values[index] = original - step;
  const down = loss();
  values[index] = original;
  return (up - down) / (2 * step);
}
