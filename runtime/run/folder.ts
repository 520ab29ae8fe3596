import { existsSync, readdirSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { ExitCode, ProrlError } from '../errors.ts';
import type { Graph } from '../graph/index.ts';
import type { ModelConfig } from '../model/config.ts';
import type { WeightData } from '../model/safetensors.ts';
import type { DatasetRecord } from '../sources/opened.ts';
import type { Tokenizer } from '../model/tokenizer.ts';
import { writeModelFolder } from '../model/write-model-folder.ts';
import { makeFolders, nodeDisk, writing } from './disk.ts';
import { LOCK_FILE, lockRun, type Lock } from './lock.ts';

/** How a run was started: `run.json` of its folder. */
export interface RunInfo {
  format: 'prorl-run/1';
  graph: string;
  backend: string;
  /** Large products round their factors to bfloat16. */
  fastMath?: true;
  /** Where relative model folders and task modules start. */
  baseFolder: string;
  prorl: string;
  node: string;
  /** The data sets that it trains and is judged on, as they were when it began. */
  data?: DatasetRecord[];
  /** Solutions could run without a sandbox where none worked. */
  unsafeNoSandbox?: true;
}

/** Throws a ProrlError where the folder of a new run is taken already. */
export function checkFree(folder: string): void {
  if (!existsSync(folder)) return;
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (cause) {
    throw taken(`${folder} is not a folder`, 'Choose another --out.', cause);
  }
  refuseTaken(folder, names);
}

function refuseTaken(folder: string, names: readonly string[]): void {
  if (names.length === 0) return;
  if (names.includes('run.json')) {
    throw taken(
      `${folder} holds a run already`,
      `Go on with it by \`prorl resume ${folder}\`, or choose another --out.`,
    );
  }
  throw taken(`${folder} is not empty`, 'Choose another --out.');
}

/**
 * Where a run keeps what its checkpoints do not hold of the model it began with: config and tokenizer, and the weights
 * that adapters stand beside.
 */
export const BASE_FOLDER = 'base';

/**
 * Makes the folder of a new run and takes its lock: the graph, the model's shape and tokenizer, and at last
 * run.json, how it was started. Where that fails, nothing is left of it.
 */
export function createRunFolder(
  folder: string,
  graph: Graph,
  info: RunInfo,
  model: { config: ModelConfig; tokenizer: Tokenizer; frozen: WeightData | undefined },
): Lock {
  return writing(`The run folder ${folder}`, 'run the command again', () => {
    const made = makeFolders(folder);
    let lock: Lock | null = null;
    let ours: string[] = [];
    try {
      lock = lockRun(folder);
      refuseTaken(
        folder,
        readdirSync(folder).filter((name) => !name.startsWith(LOCK_FILE)),
      );
      ours = ['run.json', 'graph.json', BASE_FOLDER, 'checkpoints'];
      makeFolders(join(folder, 'checkpoints'));
      const { config, tokenizer, frozen } = model;
      writeModelFolder(join(folder, BASE_FOLDER), config, { weights: frozen, tokenizer });
      nodeDisk.write(join(folder, 'graph.json'), [json(graph)]);
      nodeDisk.write(join(folder, 'run.json'), [json(info)]);
      return lock;
    } catch (cause) {
      for (const name of ours) nodeDisk.remove(join(folder, name));
      lock?.release();
      removeEmpty(made);
      throw cause;
    }
  });
}

/** Removes folders as long as nothing is in them, the innermost last in the list. */
function removeEmpty(folders: readonly string[]): void {
  try {
    for (const folder of folders.toReversed()) rmdirSync(folder);
  } catch {
    // Somebody else uses it by now.
  }
}

function json(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

/** Reads run.json and the JSON of graph.json; ProrlError where the folder is not one of a run. */
export function openRunFolder(folder: string): { info: RunInfo; graph: unknown } {
  const info = readJson(folder, 'run.json') as Partial<RunInfo> | null;
  if (info?.format !== 'prorl-run/1') throw notARun(folder, 'its run.json is of another form');
  for (const field of ['graph', 'backend', 'baseFolder'] as const) {
    if (typeof info[field] !== 'string') throw notARun(folder, `its run.json names no ${field}`);
  }
  return { info: info as RunInfo, graph: readJson(folder, 'graph.json') };
}

function readJson(folder: string, name: string): unknown {
  const path = join(folder, name);
  if (!existsSync(path)) throw notARun(folder, `it has no ${name}`);
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (cause) {
    throw notARun(folder, `its ${name} is not JSON`, cause);
  }
}

function notARun(folder: string, why: string, cause?: unknown): ProrlError {
  return new ProrlError(`${folder} is not the folder of a run: ${why}.`, {
    exitCode: ExitCode.usage,
    hint: 'Name the folder that `prorl run` was given by --out, or that it named when it started.',
    cause,
  });
}

function taken(message: string, hint: string, cause?: unknown): ProrlError {
  return new ProrlError(`${message}.`, { exitCode: ExitCode.usage, hint, cause });
}
