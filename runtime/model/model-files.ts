import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readModelConfig } from './config.ts';
import { withStopTokens } from './generation-config.ts';
import type { ModelConfig } from './config.ts';
import { findGguf } from './gguf/find-gguf.ts';
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
 * Opens a model: a folder in Hugging Face's form (config.json, safetensors, tokenizer.json), one that holds a
 * single GGUF file, or that file itself. Throws ProrlError where it is none of them.
 */
export async function openModelFiles(folder: string): Promise<ModelFiles> {
  const gguf = findGguf(folder);
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
  const beside = dirname(gguf);
  return {
    config,
    readTokenizer: () =>
      existsSync(join(beside, 'tokenizer.json')) ? Tokenizer.fromFolder(beside) : ggufTokenizer(opened),
    readWeights: () => checkWeights(ggufWeights(opened, config), () => gguf, config),
  };
}
