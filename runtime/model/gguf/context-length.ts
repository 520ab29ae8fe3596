import { closeSync, openSync, readSync } from 'node:fs';

/** How much of a file is looked at: what a model is stands before its vocabulary. */
const most = 64 * 1024;

/** Bytes of GGUF's types of numbers, by their codes; texts and lists say how long they are. */
const sizes = [1, 1, 2, 2, 4, 4, 4, 1, undefined, undefined, 8, 8, 8];
const [uint32, text, list, uint64] = [4, 8, 9, 10];

/**
 * The longest sequence, in tokens, that a GGUF file says its model takes; null where its beginning does not say so.
 * For a check before a run, which must be quick and loads nothing: `openGguf` reads the header in full, and says what
 * is wrong with it.
 */
export function ggufContextLength(file: string): number | null {
  const bytes = beginningOf(file);
  if (bytes.toString('latin1', 0, 4) !== 'GGUF') return null;
  try {
    return readContext(bytes);
  } catch (cause) {
    // The metadata go on beyond what was read, or are none.
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

function readContext(bytes: Buffer): number | null {
  let at = 24;
  const uint = (size: 4 | 8): number => {
    at += size;
    return size === 4 ? bytes.readUInt32LE(at - 4) : Number(bytes.readBigUInt64LE(at - 8));
  };
  const skip = (type: number): void => {
    const size = sizes[type];
    if (size !== undefined) at += size;
    else if (type === text) {
      const length = uint(8);
      at += length;
    } else if (type === list) {
      const [of, count] = [uint(4), uint(8)];
      for (let i = 0; i < count && at < bytes.length; i++) skip(of);
    } else throw new RangeError('a type that GGUF does not have');
  };
  for (let entries = bytes.readBigUInt64LE(16); entries > 0n; entries--) {
    const length = uint(8);
    const name = bytes.toString('utf8', at, at + length);
    at += length;
    const type = uint(4);
    if (!name.endsWith('.context_length')) skip(type);
    else return type === uint32 ? uint(4) : type === uint64 ? uint(8) : null;
  }
  return null;
}

function beginningOf(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(most);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, most, 0));
  } finally {
    closeSync(descriptor);
  }
}
