import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExitCode, ProrlError } from '../errors.ts';
import type { Graph } from '../graph/index.ts';
import { packageRoot } from '../package-root.ts';
import { writing } from './disk.ts';

/** How a run was started: `run.json` of its folder. */
export interface RunInfo {
  format: 'prorl-run/1';
  graph: string;
  backend: string;
  /** Where relative model folders and task modules start. */
  baseFolder: string;
  prorl: string;
  node: string;
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
  if (names.length === 0) return;
  if (names.includes('run.json')) {
    throw taken(
      `${folder} holds a run already`,
      `Go on with it by \`prorl resume ${folder}\`, or choose another --out.`,
    );
  }
  throw taken(`${folder} is not empty`, 'Choose another --out.');
}

/** Makes the folder of a new run: the graph, and how it was started. */
export function createRunFolder(folder: string, graph: Graph, info: RunInfo): void {
  writing(`The run folder ${folder}`, 'run the command again', () => {
    mkdirSync(join(folder, 'checkpoints'), { recursive: true });
    writeFileSync(join(folder, 'graph.json'), `${JSON.stringify(graph, null, 2)}\n`);
    writeFileSync(join(folder, 'run.json'), `${JSON.stringify(info, null, 2)}\n`);
  });
}

/** Reads run.json and the JSON of graph.json; ProrlError where the folder is not one of a run. */
export function openRunFolder(folder: string): { info: RunInfo; graph: unknown } {
  const info = readJson(folder, 'run.json') as RunInfo;
  if (info.format !== 'prorl-run/1') throw notARun(folder, 'its run.json is of another form');
  return { info, graph: readJson(folder, 'graph.json') };
}

/** The version of this prorl. */
export function prorlVersion(): string {
  const file = join(packageRoot, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
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
