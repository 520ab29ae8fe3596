import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { ExitCode, ProrlError } from '../errors.ts';

/** The bytes of a weight file that hold one tensor, from `begin` up to `end`. */
export interface Region {
  readonly name: string;
  readonly begin: number;
  readonly end: number;
}

/** Makes the error of a file that cannot be used, from the reason. */
export type Damaged = (why: string) => ProrlError;

/** Throws where two regions share a byte. */
export function checkOverlaps(regions: readonly Region[], damaged: Damaged): void {
  const sorted = regions.filter((region) => region.end > region.begin).sort((a, b) => a.begin - b.begin);
  sorted.forEach((region, index) => {
    const before = sorted[index - 1];
    if (before !== undefined && before.end > region.begin) {
      throw damaged(`its tensors "${before.name}" and "${region.name}" overlap`);
    }
  });
}

/** Bytes of an open file, in a buffer of their own that starts at a multiple of 8. */
export function readBytes(descriptor: number, position: number, length: number, damaged: Damaged): Buffer {
  // A buffer of its own, so that it can be seen as float32 in place.
  const buffer = Buffer.from(new ArrayBuffer(length));
  let done = 0;
  while (done < length) {
    const read = readSync(descriptor, buffer, done, Math.min(length - done, 1 << 30), position + done);
    if (read === 0) throw damaged('it ends before its data does');
    done += read;
  }
  return buffer;
}

export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** Opens a weight file for reading while `work` is done. Throws ProrlError where it is no file or cannot be opened. */
export function withOpen<T>(file: string, work: (descriptor: number) => T): T {
  let descriptor: number;
  try {
    // Asked before it is opened: opening a pipe waits until somebody writes to it.
    if (!statSync(file).isFile()) throw new Error('it is not a regular file');
    descriptor = openSync(file, 'r');
  } catch (cause) {
    throw new ProrlError(`Cannot open the weight file ${file}: ${(cause as Error).message}`, {
      exitCode: ExitCode.pipeline,
      hint: 'Give yourself the right to read it, or fetch or write the model folder again.',
      cause,
    });
  }
  try {
    return work(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
