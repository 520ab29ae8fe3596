import { closeSync, fstatSync, openSync, readFileSync, constants } from 'node:fs';
import { ExitCode, ProrlError } from '../errors.ts';

/** Bytes; no pipeline, and no graph of one, is nearly as large. */
const largest = 256 * 1024 * 1024;

/**
 * The bytes of a file that the command line names.
 * @throws ProrlError (pipeline) where it cannot be read, or is a folder, a pipe or a device, whose reading might not end.
 */
export function readNamedFile(file: string, hints: { folder: () => string; other: string }): Buffer {
  let descriptor: number | undefined;
  try {
    // A pipe that nobody writes to would hold up the opening.
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) throw refusal(file, 'it is a folder', hints.folder());
    if (!stat.isFile()) throw refusal(file, 'it is a pipe or a device', hints.other);
    if (stat.size > largest) {
      const size = `${(stat.size / 1024 / 1024).toFixed(0)} MB`;
      throw refusal(file, `it has ${size}; no pipeline is that large`, hints.other);
    }
    return readFileSync(descriptor);
  } catch (cause) {
    if (cause instanceof ProrlError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    throw refusal(file, code === 'ENOENT' ? 'there is no such file' : message, hints.other, cause);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function refusal(file: string, why: string, hint: string, cause?: unknown): ProrlError {
  return new ProrlError(`Cannot read ${file}: ${why}.`, { exitCode: ExitCode.pipeline, hint, cause });
}
