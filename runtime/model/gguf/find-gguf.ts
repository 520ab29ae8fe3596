import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ExitCode, ProrlError } from '../../errors.ts';

/** Whether a folder or file is there and looks like a model: with a config.json, with a GGUF file, or one itself. */
export function isModelFolder(path: string): boolean {
  return existsSync(join(path, 'config.json')) || isFile(path) || ggufNames(path).length > 0;
}

/**
 * The GGUF file that is meant: the path itself, or the one of a folder that has no config.json; undefined where
 * there is none. Throws ProrlError on another file, and on a folder with several.
 */
export function findGguf(path: string): string | undefined {
  if (isFile(path)) {
    if (path.endsWith('.gguf')) return path;
    throw new ProrlError(`${path} is a file, but no GGUF file.`, {
      exitCode: ExitCode.pipeline,
      hint: 'A model is a folder with config.json, model.safetensors and tokenizer.json, or a file whose name ends in .gguf.',
    });
  }
  if (existsSync(join(path, 'config.json'))) return undefined;
  const names = ggufNames(path);
  if (names.length <= 1) return names[0] === undefined ? undefined : join(path, names[0]);
  throw new ProrlError(`The model folder ${path} holds several GGUF files: ${names.join(', ')}.`, {
    exitCode: ExitCode.pipeline,
    hint: `Each is a whole model: name one of them, such as folder(".../${names[0]}").`,
  });
}

function ggufNames(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.gguf'))
        .sort()
    : [];
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
