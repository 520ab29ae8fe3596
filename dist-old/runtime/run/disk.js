import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync, } from 'node:fs';
import { dirname } from 'node:path';
import { ExitCode, ProrlError } from "../errors.js";
export const nodeDisk = {
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
        }
        finally {
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
export function makeFolders(path) {
    try {
        mkdirSync(path);
        return [path];
    }
    catch (error) {
        const { code } = error;
        if (code === 'EEXIST' || code === 'EROFS') {
            if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
                return [];
        }
        if (code !== 'ENOENT' || existsSync(dirname(path)) || dirname(path) === path)
            throw error;
    }
    const made = makeFolders(dirname(path));
    mkdirSync(path);
    return [...made, path];
}
/** Writes all bytes from `position` of the file on, however few each call takes. */
export function writeAll(file, bytes, position = 0) {
    for (let done = 0; done < bytes.length;) {
        done += writeSync(file, bytes, done, bytes.length - done, position + done);
    }
}
function syncFolder(path) {
    // Windows cannot open a folder; there the rename alone has to do.
    if (process.platform === 'win32')
        return;
    const folder = openSync(path, 'r');
    try {
        fsyncSync(folder);
    }
    finally {
        closeSync(folder);
    }
}
const diskFaults = {
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
export function writing(what, then, action, left = '') {
    try {
        return action();
    }
    catch (cause) {
        const fault = diskFaults[cause?.code ?? ''];
        if (fault === undefined)
            throw cause;
        throw new ProrlError(`${what} could not be written: ${fault.what}${left}.`, {
            exitCode: ExitCode.runFailed,
            hint: `${fault.hint}, then ${then}.`,
            cause,
        });
    }
}
