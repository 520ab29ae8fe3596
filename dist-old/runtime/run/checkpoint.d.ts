import { type Disk } from './disk.ts';
export declare const CHECKPOINTS_FOLDER = "checkpoints";
/** What a checkpoint is made of: its files by name, each in parts that follow one another. */
export type CheckpointFiles = Readonly<Record<string, readonly Uint8Array[]>>;
/** The folder of a step's checkpoint, relative to the run folder. */
export declare function checkpointFolder(step: number): string;
/**
 * Writes a checkpoint so that it is there as a whole or not at all: into a hidden folder that is renamed
 * once every file and the manifest with their hashes lie on the medium. When it fails, what was half
 * written is removed, and the checkpoints before it stay as they were.
 */
export declare function writeCheckpoint(disk: Disk, runFolder: string, step: number, files: CheckpointFiles): void;
/** The steps that have a checkpoint, ascending. */
export declare function checkpointSteps(runFolder: string): number[];
/** Reads a step's checkpoint, every file checked against its hash; ProrlError where one does not fit. */
export declare function readCheckpoint(runFolder: string, step: number): Record<string, Buffer>;
/** Removes the checkpoints of all steps but those to keep, and whatever a crash left half-written. */
export declare function pruneCheckpoints(disk: Disk, runFolder: string, keep: ReadonlySet<number>): void;
