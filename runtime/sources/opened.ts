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
export interface OpenTask extends CarefulTask {
  /** What a reader of the results should know of it. */
  readonly warnings?: readonly string[];
  /** What a task of a data set has read. */
  readonly data?: DatasetRecord;
}

/** A data set as the record of a run names it. */
export interface DatasetRecord {
  /** The task as declared. */
  task: string;
  path: string;
  /** Rows that are trained on. */
  train: number;
  /** Rows that are held out for suites. */
  heldout: number;
  /** Rows that are not trained on because their prompts are held out too. */
  dropped: number;
  /** SHA-256 over the digests of its files, in order. */
  sha256: string;
  files: { path: string; rows: number; bytes: number; sha256: string }[];
}

/** A verifier that is ready; its answers are checked. */
export interface OpenVerifier extends CarefulVerifier {
  readonly name: string;
  /** As of a verifier. */
  doubt?(answer: string): string | null;
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
