import { adapterTargets } from '../../../runtime/graph/lora.ts';
import type { Section } from '../../ast.ts';
import { ALL_LINEAR, loraBlock } from '../pipeline-fields.ts';
import type { LoraUse, Sourced } from '../value.ts';
import type { Context } from './context.ts';
import { readBlock } from './fields.ts';

/** Reads the block; what is wrong with it was reported, and its default stands in. */
export function readLora(cx: Context, { body, name }: Section): LoraUse {
  const fields = readBlock(cx, body, loraBlock);
  return {
    span: name.span,
    rank: number(fields, 'rank'),
    alpha: number(fields, 'alpha'),
    targets: targets(fields.get('targets')),
  };
}

function number(fields: ReadonlyMap<string, Sourced>, name: string): Sourced<number> {
  const written = fields.get(name);
  const preset = loraBlock.fields.find((one) => one.name === name)!.default as number;
  return {
    ...written,
    value: written?.value.kind === 'number' ? written.value.value : preset,
    span: written?.span ?? null,
  };
}

/** In the order of a layer, however they were written. */
function targets(written: Sourced | undefined): LoraUse['targets'] {
  const words = written?.value.kind === 'several' ? written.value.values : [ALL_LINEAR];
  const all = words.includes(ALL_LINEAR);
  return {
    value: adapterTargets.filter((one) => all || words.includes(one)),
    span: written?.span ?? null,
  };
}
