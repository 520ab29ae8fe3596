import type { Language } from './job.ts';
/** A program that runs solutions, and what it reads of the machine. */
export interface Interpreter {
    readonly language: Language;
    readonly executable: string;
    readonly version: string;
    /** Seen inside of the sandbox, read only, besides the system's libraries. */
    readonly reads: readonly string[];
}
/**
 * The interpreters of a language that are here, best first. For Python a name in PRORL_PYTHON is the only one;
 * else python3 on PATH, then the system's own, which other users can read too.
 */
export declare function findInterpreters(language: Language, env?: NodeJS.ProcessEnv): Promise<Interpreter[]>;
/** The path of a program: on PATH where it is a plain name. */
export declare function findProgram(name: string, env?: NodeJS.ProcessEnv): string | undefined;
