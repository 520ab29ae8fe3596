import type { FreshModel } from '../runtime/graph/index.ts';

/** The sizes that are measured. `nano` has the shape of the bundled model, with random weights. */
export const models: Readonly<Record<string, FreshModel>> = {
  nano: {
    source: 'fresh',
    family: 'qwen3',
    layers: 4,
    hidden: 128,
    heads: 4,
    kvHeads: 2,
    intermediate: 320,
    context: 256,
  },
  '2.4M': {
    source: 'fresh',
    family: 'qwen3',
    layers: 6,
    hidden: 192,
    heads: 6,
    kvHeads: 3,
    intermediate: 512,
    context: 256,
  },
};
