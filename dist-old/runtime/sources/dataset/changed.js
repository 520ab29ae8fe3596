import { closeSync, fstatSync, openSync } from 'node:fs';
import { ExitCode, ProrlError } from "../../errors.js";
/** The fingerprint of a file as it is now. */
export function fingerprintOf(path) {
    const file = openSync(path, 'r');
    try {
        const { size, mtimeMs } = fstatSync(file);
        return { size, mtimeMs };
    }
    finally {
        closeSync(file);
    }
}
/** A file of a data set that is no longer what was read through before the run. */
export function changedUnderway(shown, cause) {
    return new ProrlError(`${shown} was changed or removed while it was in use.`, {
        exitCode: ExitCode.runFailed,
        hint: 'Put it back as it was, then go on from the last checkpoint by `prorl resume`. Copy a data set that others write to.',
        cause,
    });
}
