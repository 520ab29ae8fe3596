const memorySection = 5;
const sharedFlag = 2;

/**
 * A WebAssembly module whose own memory, which must have a maximum, is shared among threads. tfjs has a threaded build
 * too, but that starts eight threads of its own and does not run in Node.
 */
export function withSharedMemory(bytes: Uint8Array): Uint8Array {
  // A header of eight bytes, then sections: their kind, their length as LEB128 and their content.
  for (let at = 8; at < bytes.length;) {
    const section = bytes[at++];
    let [length, shift, byte] = [0, 0, 0];
    do {
      byte = bytes[at++] ?? 0;
      length |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    if (section === memorySection) {
      // One memory, with a maximum.
      if (bytes[at] !== 1 || bytes[at + 1] !== 1) break;
      const shared = Uint8Array.from(bytes);
      shared[at + 1] = 1 | sharedFlag;
      return shared;
    }
    at += length;
  }
  throw new Error('the WebAssembly module has no memory of a limited size');
}
