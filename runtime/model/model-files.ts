import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ExitCode, ProrlError } from '../errors.ts';
import { readModelConfig } from './config.ts';
import { withStopTokens } from './generation-config.ts';
import type { ModelConfig } from './config.ts';
import { openGguf } from './gguf/gguf-file.ts';
import { ggufConfig, ggufWeights } from './gguf/gguf-model.ts';
import { ggufTokenizer } from './gguf/gguf-tokenizer.ts';
import type { HostTensor } from './safetensors.ts';
import { Tokenizer } from './tokenizer.ts';
import { checkWeights, readWeights } from './weight-files.ts';

/** A model folder whose shape is known; tokenizer and weights are read when they are asked for. */
export interface ModelFiles {
  readonly config: ModelConfig;
  readonly readTokenizer: () => Tokenizer;
  /** Exactly the tensors that the shape asks for, by Hugging Face's names and in Hugging Face's layout. */
  readonly readWeights: () => Map<string, HostTensor>;
}

/**
 * Opens a model folder: one in Hugging Face's form (config.json, safetensors, tokenizer.json), or one that holds a
 * single GGUF file. Throws ProrlError where it is neither.
 */
export async function openModelFiles(folder: string): Promise<ModelFiles> {
  const gguf = existsSync(join(folder, 'config.json')) ? undefined : findGguf(folder);
  if (gguf === undefined) {
    const config = withStopTokens(readModelConfig(folder), folder);
    return {
      config,
      readTokenizer: () => Tokenizer.fromFolder(folder),
      readWeights: () => readWeights(folder, config),
    };
  }
  const opened = await openGguf(gguf);
  const config = ggufConfig(opened);
  return {
    config,
    readTokenizer: () =>
      existsSync(join(folder, 'tokenizer.json')) ? Tokenizer.fromFolder(folder) : ggufTokenizer(opened),
    readWeights: () => checkWeights(ggufWeights(opened, config), () => gguf, config),
  };
}

/** Whether a folder is there and looks like one that `openModelFiles` opens. */
export function isModelFolder(folder: string): boolean {
  return existsSync(join(folder, 'config.json')) || ggufNames(folder).length > 0;
}

function ggufNames(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.gguf')) : [];
}

/** The GGUF file of a folder that has no config.json, undefined where there is none. */
function findGguf(folder: string): string | undefined {
  const names = ggufNames(folder);
  if (names.length <= 1) return names[0] === undefined ? undefined : join(folder, names[0]);
  throw new ProrlError(`The model folder ${folder} holds several GGUF files: ${names.sort().join(', ')}.`, {
    exitCode: ExitCode.pipeline,
    hint: 'Leave one of them in the folder: each is a whole model, and which one to take is not said.',
  });
}
