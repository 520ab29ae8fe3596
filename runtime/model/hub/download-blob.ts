import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
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

/** A file of the hub: its size in bytes, and the checksum by which the hub knows it. */
export interface HubFile {
  readonly path: string;
  readonly size: number;
  /** SHA-256 of the content for large files; Git's SHA-1 of a blob, which counts the length in, for others. */
  readonly checksum: { readonly kind: 'sha256' | 'git'; readonly hex: string };
}

/** What was downloaded is not what the hub says that it is. */
export class WrongContent extends Error {}

/** Interruptions of one file in a row that are gone on from before it is given up. */
const attempts = 4;

/**
 * Downloads a file to `target`, or goes on with what an earlier call left there. `open` gives the content from a
 * byte on. The file gets its name once its size and checksum are right. Throws WrongContent where they are not, and
 * what `open` or the stream threw where it broke off too often; what came till then is kept for the next call.
 * `onBytes` is told how many bytes of the file are here, each time more have come.
 */
export async function downloadBlob(
  file: HubFile,
  target: string,
  open: (from: number) => Promise<ReadableStream<Uint8Array>>,
  onBytes: (here: number) => void = () => {},
): Promise<void> {
  if (existsSync(target)) return;
  const partial = `${target}.prorl-incomplete`;
  mkdirSync(dirname(target), { recursive: true });
  for (let attempt = 1; ; attempt++) {
    const before = sizeOf(partial);
    try {
      if (before < file.size) {
        await append(partial, await open(before), file.size - before, (added) => onBytes(before + added));
      } else if (before === 0) await append(partial, new Blob([]).stream(), 0);
      if (sizeOf(partial) >= file.size) break;
      throw new Error(`the connection closed at byte ${sizeOf(partial)} of ${file.size}`);
    } catch (cause) {
      if (cause instanceof WrongContent) rmSync(partial, { force: true });
      // An attempt that brought something on is not counted against the file.
      if (cause instanceof WrongContent || (attempt >= attempts && sizeOf(partial) === before)) throw cause;
      if (attempt >= attempts * 25) throw cause;
    }
  }
  const found = await checksumOf(partial, file);
  if (found !== file.checksum.hex) {
    rmSync(partial, { force: true });
    throw new WrongContent(`its checksum is ${found}, but the hub says ${file.checksum.hex}`);
  }
  renameSync(partial, target);
}

async function append(
  partial: string,
  content: ReadableStream<Uint8Array>,
  most: number,
  onBytes: (added: number) => void = () => {},
): Promise<void> {
  const descriptor = openSync(partial, 'a');
  let written = 0;
  try {
    for await (const chunk of content) {
      written += chunk.length;
      if (written > most) throw new WrongContent('more bytes came than the hub says that it has');
      for (let done = 0; done < chunk.length;) done += writeSync(descriptor, chunk, done);
      onBytes(written);
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

async function checksumOf(path: string, { checksum, size }: HubFile): Promise<string> {
  const hash = createHash(checksum.kind === 'git' ? 'sha1' : 'sha256');
  if (checksum.kind === 'git') hash.update(`blob ${size}\0`);
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}
