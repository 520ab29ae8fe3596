import type { Library } from './graph.ts';
/** What `prorl.lock` holds: the libraries that the pipelines beside it were pinned to. */
export interface Lock {
    format: 'prorl-lock/1';
    /** Sorted by name, each once. */
    libraries: LockedLibrary[];
}
export interface LockedLibrary {
    name: string;
    version: string;
    /**
     * SHA-256 over the published files: see `Library`.
     * @pattern ^[0-9a-f]{64}$
     */
    hash: string;
}
/** A lock with these libraries, and those of an earlier one that have other names. */
export declare function lockOf(libraries: readonly Library[], earlier?: Lock): Lock;
/** How a library is not what the lock pins. */
export type LockDifference = {
    readonly kind: 'not locked' | 'content';
    readonly library: Library;
} | {
    readonly kind: 'version';
    readonly library: Library;
    readonly locked: string;
};
/** What differs between the libraries of a graph and a lock. The lock may hold others: they belong to other pipelines. */
export declare function lockDifferences(lock: Lock, libraries: readonly Library[]): LockDifference[];
