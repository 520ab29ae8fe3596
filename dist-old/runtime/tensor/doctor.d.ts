import type { BackendName } from './backend.ts';
import type { ProbeResult } from './probe.ts';
/** One backend as `prorl doctor` shows it. */
export type BackendReport = {
    readonly name: BackendName;
    readonly summary: string;
} & ProbeResult;
/**
 * Tries every backend, each in a process of its own and all at once. A backend counts as working when it
 * opens and computes a small product rightly within the time limit.
 */
export declare function examine(options?: {
    readonly timeoutMs?: number;
}): Promise<BackendReport[]>;
