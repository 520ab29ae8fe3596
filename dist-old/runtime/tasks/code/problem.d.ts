import type { Language, Limits } from '../../sandbox/index.ts';
export type Json = null | boolean | number | string | readonly Json[] | {
    readonly [name: string]: Json;
};
/** What a program must write when it reads `stdin`. */
export interface ProgramTest {
    readonly stdin: string;
    readonly stdout: string;
}
/** What the function must give for these arguments. */
export interface CallTest {
    readonly args: readonly Json[];
    readonly expected: Json;
}
/** The same as JSON texts, which hold whole numbers of any length. */
export interface CallTestText {
    readonly argsJson: string;
    readonly expectedJson: string;
}
/** How results are compared; exactly where left out. */
export interface Comparison {
    /** Compares the words of standard output, however they are spaced. */
    readonly tokens?: boolean;
    /** Numbers are equal that differ by at most this, absolutely or relative to the expected one. Implies `tokens`. */
    readonly tolerance?: number;
}
/** A problem whose answer is code: plain JSON, in a problem's `data`. */
export interface CodeProblem {
    readonly language: Language;
    /** The function that is called; left out, the code is a program that reads standard input. */
    readonly function?: string;
    readonly tests: readonly (ProgramTest | CallTest | CallTestText)[];
    readonly comparison?: Comparison;
    /** Limits that differ from ProRL's. */
    readonly limits?: Partial<Limits>;
}
/**
 * What the solution is fed, in the form that a sandbox takes, and what must come of it. Throws ProrlError where the
 * problem is not one: it comes from files that others wrote.
 */
export declare function readCodeProblem(data: unknown, prompt: string): {
    problem: CodeProblem;
    inputs: string[];
    expected: string[];
};
