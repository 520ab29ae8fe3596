import { join } from 'node:path';
import { ExitCode, ProrlError } from '../errors.ts';
import type { CarefulTask, CarefulVerifier } from '../tasks/careful.ts';

/** Where what a graph names is looked for. */
export interface Surroundings {
  /** The pipeline file's folder. */
  readonly baseFolder: string;
  /** The folders of the libraries, by name. */
  readonly libraries: ReadonlyMap<string, string>;
}

/** A task that is ready; its answers are checked. */
export type OpenTask = CarefulTask;

/** A verifier that is ready; its answers are checked. */
export interface OpenVerifier extends CarefulVerifier {
  readonly name: string;
  /** Ends processes and connections. Called once when the run ends, also when it fails. */
  close?(): Promise<void>;
}

/** The folder from which a reference's paths start. Throws a ProrlError where its library is not installed. */
export function rootOf(library: string | null, { baseFolder, libraries }: Surroundings): string {
  if (library === null) return baseFolder;
  const root = libraries.get(library);
  if (root !== undefined) return root;
  throw new ProrlError(`The package ${library} is not installed where ${baseFolder} would find it.`, {
    exitCode: ExitCode.environment,
    hint: `npm install ${library}`,
  });
}

/** A path of the graph, as the file system knows it. */
export function pathOf(path: string, library: string | null, around: Surroundings): string {
  return path.startsWith('/') ? path : join(rootOf(library, around), path);
}
