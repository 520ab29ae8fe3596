import type { Language } from './job.ts';
/** Whether and how solutions in a language are contained on this machine. */
export type SandboxReport = {
    readonly name: Language;
} & ({
    readonly works: true;
    readonly detail: string;
} | {
    readonly works: false;
    readonly why: string;
    readonly mend: string | undefined;
});
/** Tries the sandbox of each language, by running a program in it. */
export declare function examineSandboxes(): Promise<SandboxReport[]>;
