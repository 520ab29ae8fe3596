import type { FreshModel, ModelSource } from '../graph/graph.ts';

/** How many parameters a model has, and how that is known. */
export interface ModelSize {
  parameters: number;
  /** `counted`: from its configuration; `name`: read off its name; `given`: by a flag. */
  from: 'counted' | 'name' | 'given';
  /** Bytes of keys and values that one token leaves in the cache, in 32 bits; null where the shape is unknown. */
  cacheBytes: number | null;
}

/** What of a decoder's configuration its size follows from. */
export interface DecoderShape {
  readonly vocabularySize: number;
  readonly width: number;
  readonly hiddenWidth: number;
  readonly layers: number;
  readonly heads: number;
  readonly keyValueHeads: number;
  readonly headWidth: number;
  readonly tiedEmbeddings: boolean;
}

/** Weights of a decoder: embeddings, and in each layer attention, a gated feed-forward block and norms. Biases are left out. */
export function countParameters(shape: DecoderShape): ModelSize {
  const { vocabularySize, width, hiddenWidth, layers, heads, keyValueHeads, headWidth, tiedEmbeddings } =
    shape;
  const embeddings = vocabularySize * width * (tiedEmbeddings ? 1 : 2);
  const attention = 2 * width * heads * headWidth + 2 * width * keyValueHeads * headWidth;
  const layer = attention + 3 * width * hiddenWidth + 2 * width;
  return {
    parameters: embeddings + layers * layer + width,
    from: 'counted',
    cacheBytes: 2 * layers * keyValueHeads * headWidth * 4,
  };
}

/** The shape of a model that a run makes; its tokenizer has the 256 bytes and 6 tags. */
export function freshShape(model: FreshModel): DecoderShape {
  return {
    vocabularySize: 262,
    width: model.hidden,
    hiddenWidth: model.intermediate,
    layers: model.layers,
    heads: model.heads,
    keyValueHeads: model.kvHeads,
    headWidth: model.hidden / model.heads,
    tiedEmbeddings: true,
  };
}

/** Reads `1.5B`, `500M` or a plain number; null where it is none. */
export function parseParameters(text: string): number | null {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)([kmbt]?)$/i.exec(text.trim()) ?? [];
  const value = Number(digits) * ({ '': 1, k: 1e3, m: 1e6, b: 1e9, t: 1e12 }[unit.toLowerCase()] ?? NaN);
  return Number.isFinite(value) && value > 0 ? value : null;
}

/** The size that a repository's name tells, as in `Qwen2.5-0.5B-Instruct`; null where it tells none. */
export function sizeByName(model: ModelSource): ModelSize | null {
  const name = model.source === 'hf' ? model.repository : '';
  const found = [...name.matchAll(/(?<![\w.])(\d+(?:\.\d+)?[bm])(?![a-z0-9])/gi)].at(-1)?.[1];
  const parameters = found === undefined ? null : parseParameters(found);
  return parameters === null ? null : { parameters, from: 'name', cacheBytes: null };
}
