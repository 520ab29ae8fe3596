import type { BackendName } from './backend-types.ts';
/** What became of trying a backend in a process of its own. */
export type ProbeResult = {
    readonly works: true;
    readonly detail: string;
} | {
    readonly works: false;
    readonly why: string;
    readonly mend: string | undefined;
};
/** What precedes the answer in the child's output, since TensorFlow may write there too. */
export declare const answerMark = "@prorl-probe ";
/**
 * Opens a backend in a child process and says what became of it. Nothing that a library does there harms this
 * process: not a crash, not a thread that never ends, not registered kernels.
 */
export declare function probeBackend(name: BackendName, options?: {
    readonly timeoutMs?: number;
    readonly home?: string;
    readonly automatic?: boolean;
}): Promise<ProbeResult>;
