import { ProrlError } from '../../errors.ts';
/** What shows cheaply that a file was written to. */
export interface Fingerprint {
    readonly size: number;
    readonly mtimeMs: number;
}
/** The fingerprint of a file as it is now. */
export declare function fingerprintOf(path: string): Fingerprint;
/** A file of a data set that is no longer what was read through before the run. */
export declare function changedUnderway(shown: string, cause?: unknown): ProrlError;
