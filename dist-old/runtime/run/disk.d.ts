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
export declare const nodeDisk: Disk;
/**
 * Makes a folder and those above it, and tells which were not there, outermost first. Not by Node's own way of
 * doing that: it hides a read-only disk, and never ends under /proc.
 */
export declare function makeFolders(path: string): string[];
/** Writes all bytes from `position` of the file on, however few each call takes. */
export declare function writeAll(file: number, bytes: Uint8Array, position?: number): void;
/**
 * Runs an action that writes; a disk fault becomes one clear error. `what` names what could not be
 * written, `then` says how to go on once the fault is mended, `left` ends the message.
 */
export declare function writing<T>(what: string, then: string, action: () => T, left?: string): T;
