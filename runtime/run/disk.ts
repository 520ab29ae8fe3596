import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ExitCode, ProrlError } from '../errors.ts';

/**
 * The few file operations by which a run keeps its state. They stand behind an interface because what
 * happens when one of them fails half-way has to be tested.
 */
export interface Disk {
  makeFolder(path: string): void;
  /** Writes a file, its parts one after another, and forces it to the medium. */
  write(path: string, parts: readonly Uint8Array[]): void;
  /** Replaces `to` by `from` in one step, and forces the folder's entry to the medium. */
  rename(from: string, to: string): void;
  /** Removes a file or a folder with all that is in it; what is not there is fine. */
  remove(path: string): void;
}

export const nodeDisk: Disk = {
  makeFolder: (path) => void makeFolders(path),
  write(path, parts) {
    const file = openSync(path, 'w');
    try {
      let position = 0;
      for (const part of parts) {
        writeAll(file, part, position);
        position += part.length;
      }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  rename(from, to) {
    renameSync(from, to);
    syncFolder(dirname(to));
  },
  remove: (path) => rmSync(path, { recursive: true, force: true }),
};

/**
 * Makes a folder and those above it, and tells which were not there, outermost first. Not by Node's own way of
 * doing that: it hides a read-only disk, and never ends under /proc.
 */
export function makeFolders(path: string): string[] {
  try {
    mkdirSync(path);
    return [path];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'EROFS') {
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [];
    }
    if (code !== 'ENOENT' || existsSync(dirname(path)) || dirname(path) === path) throw error;
  }
  const made = makeFolders(dirname(path));
  mkdirSync(path);
  return [...made, path];
}

/** Writes all bytes from `position` of the file on, however few each call takes. */
export function writeAll(file: number, bytes: Uint8Array, position = 0): void {
  for (let done = 0; done < bytes.length;) {
    done += writeSync(file, bytes, done, bytes.length - done, position + done);
  }
}

function syncFolder(path: string): void {
  // Windows cannot open a folder; there the rename alone has to do.
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

const diskFaults: Readonly<Record<string, { what: string; hint: string }>> = {
  ENOSPC: { what: 'the disk is full', hint: 'Free some space' },
  EDQUOT: { what: 'your disk quota is used up', hint: 'Free some space' },
  EROFS: { what: 'the disk is read-only', hint: 'Make it writable' },
  EACCES: { what: 'writing there is not allowed', hint: "Change the folder's permissions" },
  EPERM: { what: 'writing there is not allowed', hint: "Change the folder's permissions" },
  EIO: { what: 'the disk reports an error', hint: 'Check the disk' },
  ENOTDIR: {
    what: 'a file stands where a folder is needed',
    hint: 'Choose another place or remove that file',
  },
  EEXIST: {
    what: 'a file or a broken link stands in its place',
    hint: 'Choose another place or remove that',
  },
  ENOENT: { what: 'no folder can be made there', hint: 'Choose another place' },
  EMFILE: { what: 'too many files are open', hint: 'Raise the limit on open files (ulimit -n)' },
};

/**
 * Runs an action that writes; a disk fault becomes one clear error. `what` names what could not be
 * written, `then` says how to go on once the fault is mended, `left` ends the message.
 */
export function writing<T>(what: string, then: string, action: () => T, left = ''): T {
  try {
    return action();
  } catch (cause) {
    const fault = diskFaults[(cause as NodeJS.ErrnoException)?.code ?? ''];
    if (fault === undefined) throw cause;
    throw new ProrlError(`${what} could not be written: ${fault.what}${left}.`, {
      exitCode: ExitCode.runFailed,
      hint: `${fault.hint}, then ${then}.`,
      cause,
    });
  }
}
