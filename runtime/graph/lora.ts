import type { DecoderShape } from './decoder-shape.ts';

/** The linear layers of a decoder that adapters may stand beside, by Hugging Face's names, in the order of a layer. */
export const adapterTargets = [
  'q_proj',
  'k_proj',
  'v_proj',
  'o_proj',
  'gate_proj',
  'up_proj',
  'down_proj',
] as const;

export type AdapterTarget = (typeof adapterTargets)[number];

/** Low-rank adapters: they are trained in the place of the model's weights, which stay as they are. */
export interface Lora {
  rank: number;
  /** What an adapter gives is multiplied by alpha / rank. */
  alpha: number;
  /** The layers that have one, each once, in the order of a layer. */
  targets: AdapterTarget[];
}

/** What the widths of a decoder's linear layers follow from. */
export type DecoderWidths = Pick<
  DecoderShape,
  'width' | 'hiddenWidth' | 'heads' | 'keyValueHeads' | 'headWidth'
>;

/** How many numbers go into a target for each token, and how many come out. */
export function targetWidths(
  shape: DecoderWidths,
  target: AdapterTarget,
): readonly [from: number, to: number] {
  const { width, hiddenWidth } = shape;
  const [queries, keys] = [shape.heads * shape.headWidth, shape.keyValueHeads * shape.headWidth];
  switch (target) {
    case 'q_proj':
      return [width, queries];
    case 'k_proj':
    case 'v_proj':
      return [width, keys];
    case 'o_proj':
      return [queries, width];
    case 'gate_proj':
    case 'up_proj':
      return [width, hiddenWidth];
    case 'down_proj':
      return [hiddenWidth, width];
  }
}

/** The weights that a decoder's adapters stand beside. */
export function adaptedParameters(shape: DecoderShape, { targets }: Lora): number {
  const widths = targets.map((target) => targetWidths(shape, target));
  return shape.layers * widths.reduce((sum, [from, to]) => sum + from * to, 0);
}

/** The numbers that the adapters of a decoder are: A [in, rank] and B [rank, out] for each target of each layer. */
export function adapterParameters(shape: DecoderShape, { rank, targets }: Lora): number {
  const widths = targets.map((target) => targetWidths(shape, target));
  return shape.layers * rank * widths.reduce((sum, [from, to]) => sum + from + to, 0);
}
