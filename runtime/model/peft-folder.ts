import { join } from 'node:path';
import type { Adapters } from './adapters.ts';
import { makeFolder, writeAtomically } from './files.ts';
import { writeSafetensors } from './safetensors.ts';

/** The model that adapters stand beside, as it is to be found: a folder, or a name of the hub. */
export interface AdaptedModel {
  readonly name: string;
  readonly revision: string | null;
}

/**
 * Writes adapters as the Python package peft does (`PeftModel.from_pretrained`), the configuration last. Throws
 * ProrlError when the disk does not take it.
 */
export async function writePeftFolder(
  folder: string,
  adapters: Adapters,
  model: AdaptedModel,
): Promise<void> {
  const { rank, alpha, targets } = adapters.settings;
  const weights = await adapters.weights.snapshot();
  const config = {
    peft_type: 'LORA',
    task_type: 'CAUSAL_LM',
    base_model_name_or_path: model.name,
    revision: model.revision,
    r: rank,
    lora_alpha: alpha,
    lora_dropout: 0,
    target_modules: targets,
    bias: 'none',
    fan_in_fan_out: false,
    inference_mode: true,
  };
  makeFolder(folder);
  writeSafetensors(
    join(folder, 'adapter_model.safetensors'),
    new Map([...weights].map(([name, tensor]) => [`base_model.model.${name}`, tensor])),
  );
  writeAtomically(join(folder, 'adapter_config.json'), [`${JSON.stringify(config, undefined, 2)}\n`]);
}
