import { execa } from 'execa';
import { join } from 'node:path';
import { LineProcess } from './line-process.ts';
import type { Size, SizeName } from './sizes.ts';

/** What is timed. */
export type Work = 'rollout' | 'update' | 'step';

/** One timing: `tokens` are those of the responses. */
export interface Timing {
  readonly seconds: number;
  readonly tokens: number;
  /** Of an update: the gradient's norm before clipping, by which two sides show that they did the same. */
  readonly gradNorm?: number;
}

/** How a process under measurement says who it is. */
export interface Contestant {
  readonly process: LineProcess;
  readonly name: string;
  /** Of the model; 0 where it does not say. */
  readonly parameters: number;
  /** Backend, versions, threads: what it runs with, for people. */
  readonly settings: string;
}

/** In what a process of prorl's differs from the size it is started with. */
export type Changes = Partial<Pick<Size, 'prompts' | 'maxTokens'>> & { readonly fastMath?: boolean };

const here = import.meta.dirname;
const tsx = ['--import', 'tsx'];

/** Writes a model folder of a size, with random weights. */
export async function makeModel(size: SizeName, folder: string): Promise<void> {
  await execa(process.execPath, [...tsx, join(here, 'make-model.ts'), size, folder], { stderr: 'inherit' });
}

/** Starts prorl on a model folder; it is ready when this returns. */
export function startProrl(
  backend: string,
  size: SizeName,
  folder: string,
  changes: Changes = {},
): Promise<Contestant> {
  const args = [...tsx, join(here, 'worker.ts'), backend, size, folder, JSON.stringify(changes)];
  return start(process.execPath, args, process.env);
}

/** Starts a process of the line protocol and waits until it says who it is. */
export async function start(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Contestant> {
  const started = new LineProcess(command, args, env);
  const { parameters = 0, ...about } = await started.ask<{
    name: string;
    settings: string;
    parameters?: number;
  }>(null);
  return { process: started, parameters, ...about };
}

export function time({ process }: Contestant, work: Work): Promise<Timing> {
  return process.ask<Timing>({ do: work });
}

/** The most memory that the process has held so far, in MiB. */
export async function peakMemory({ process }: Contestant): Promise<number> {
  return (await process.ask<{ peakMiB: number }>({ do: 'memory' })).peakMiB;
}
