import { adapterTargets } from '../../runtime/graph/lora.ts';
import { field, optionalBlock, still, type Shape } from './field.ts';
import { t } from './type.ts';

/** The word for all targets of adapters. */
export const ALL_LINEAR = 'all_linear';

/** The fields of `lora { }` in a pipeline. */
export const loraBlock = optionalBlock(
  'lora',
  'Trains low-rank adapters beside linear layers (LoRA) in the place of the weights, which stay as they are. Without the block all weights are trained.',
  still('Adapters are made once, before the first step.', [
    field('rank', t.times, 16, 'Columns of A and rows of B: what adapters can learn, and what they cost.'),
    field('alpha', t.rate, 32, 'What an adapter gives is multiplied by alpha / rank.'),
    field(
      'targets',
      t.several(...adapterTargets, ALL_LINEAR),
      ALL_LINEAR,
      `The layers that have an adapter. ${ALL_LINEAR}: all of these; embeddings and the output layer never have one.`,
    ),
  ]),
);

/** The fields of a `pipeline`. */
export const pipelineShape: Shape = {
  doc: 'What is run.',
  fields: [
    field('model', t.model, undefined, 'The model to train.'),
    ...still('All random numbers of a run derive from one seed, so that the run can be repeated.', [
      field('seed', t.whole, 1, 'All random numbers derive from it.'),
    ]),
  ],
  blocks: [loraBlock],
};
