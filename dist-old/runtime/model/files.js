import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { ExitCode, ProrlError } from "../errors.js";
/**
 * Writes a file all or nothing: the parts go to a temporary neighbour, which takes the file's name once it is
 * whole and on the disk. Throws ProrlError when the disk is full or the place cannot be written.
 */
export function writeAtomically(file, parts) {
    const temporary = `${file}.${process.pid}.part`;
    try {
        const descriptor = openSync(temporary, 'w');
        try {
            for (const part of parts)
                writeWhole(descriptor, typeof part === 'string' ? Buffer.from(part) : part);
            fsyncSync(descriptor);
        }
        finally {
            closeSync(descriptor);
        }
        renameSync(temporary, file);
    }
    catch (cause) {
        rmSync(temporary, { force: true });
        throw new ProrlError(`Cannot write ${file}: ${cause.message}`, {
            exitCode: ExitCode.runFailed,
            hint: 'Free space on the disk or choose another folder; what was there before is untouched.',
            cause,
        });
    }
}
/** Makes a folder and those above it. Throws ProrlError when the place cannot be written. */
export function makeFolder(folder) {
    try {
        mkdirSync(folder, { recursive: true });
    }
    catch (cause) {
        throw new ProrlError(`Cannot make the folder ${folder}: ${cause.message}`, {
            exitCode: ExitCode.runFailed,
            hint: 'Choose another folder, or give yourself the right to write there.',
            cause,
        });
    }
}
function writeWhole(descriptor, bytes) {
    let done = 0;
    // One write of Node takes at most 2 GiB.
    while (done < bytes.length) {
        done += writeSync(descriptor, bytes, done, Math.min(bytes.length - done, 1 << 30));
    }
}
