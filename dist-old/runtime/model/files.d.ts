/**
 * Writes a file all or nothing: the parts go to a temporary neighbour, which takes the file's name once it is
 * whole and on the disk. Throws ProrlError when the disk is full or the place cannot be written.
 */
export declare function writeAtomically(file: string, parts: readonly (Uint8Array | string)[]): void;
/** Makes a folder and those above it. Throws ProrlError when the place cannot be written. */
export declare function makeFolder(folder: string): void;
