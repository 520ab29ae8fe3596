import { join } from 'node:path';
import { toHuggingFace } from './config.ts';
import type { ModelConfig } from './config.ts';
import { makeFolder, writeAtomically } from './files.ts';
import { writeSafetensors } from './safetensors.ts';
import type { WeightData } from './safetensors.ts';
import type { Tokenizer } from './tokenizer.ts';

/**
 * Writes a model folder as Hugging Face has it, or what there is of one, each file all or nothing and config.json last,
 * so that a folder with a config.json is whole. Throws ProrlError when the disk does not take it.
 */
export function writeModelFolder(
  folder: string,
  config: ModelConfig,
  { weights, tokenizer }: { weights?: WeightData | undefined; tokenizer?: Tokenizer | undefined },
): void {
  makeFolder(folder);
  if (weights !== undefined) writeSafetensors(join(folder, 'model.safetensors'), weights);
  tokenizer?.saveTo(folder);
  writeAtomically(join(folder, 'config.json'), [`${JSON.stringify(toHuggingFace(config), undefined, 2)}\n`]);
}
