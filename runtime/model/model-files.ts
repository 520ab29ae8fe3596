import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

/** Whether a folder or file is there and looks like one that `openModelFiles` opens. */
export function isModelFolder(folder: string): boolean {
  return existsSync(join(folder, 'config.json')) || isFile(folder) || ggufNames(folder).length > 0;
}

function ggufNames(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.gguf')) : [];
}

/** The GGUF file that is meant: the path itself, or the one of a folder that has no config.json. */
function findGguf(path: string): string | undefined {
  if (isFile(path)) {
    if (path.endsWith('.gguf')) return path;
    throw new ProrlError(`${path} is a file, but no GGUF file.`, {
      exitCode: ExitCode.pipeline,
      hint: 'A model is a folder with config.json, model.safetensors and tokenizer.json, or a file whose name ends in .gguf.',
    });
  }
  if (existsSync(join(path, 'config.json'))) return undefined;
  const names = ggufNames(path).sort();
  if (names.length <= 1) return names[0] === undefined ? undefined : join(path, names[0]);
  throw new ProrlError(`The model folder ${path} holds several GGUF files: ${names.join(', ')}.`, {
    exitCode: ExitCode.pipeline,
    hint: `Each is a whole model: name one of them, such as folder(".../${names[0]}").`,
  });
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
