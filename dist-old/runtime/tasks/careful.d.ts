import type { Stock } from './stock.ts';
import type { Problem, Task, Verdict } from './task.ts';
/** A task, or the part of it that judges, whose every answer is checked. */
export interface CarefulVerifier {
    /**
     * Judges within `limit` milliseconds, without one in the limit that the verifier was made with.
     * Throws VerifierFailure where the verifier throws, hangs, or gives what is no verdict.
     */
    verify(problem: Problem, response: string, signal?: AbortSignal, limit?: number | null): Verdict | Promise<Verdict>;
}
export interface CarefulTask extends Omit<Task, 'verify'>, CarefulVerifier {
    /** The problems themselves, where they are all there from the beginning; then no split is found by drawing. */
    readonly stock?: Stock;
}
export interface CarefulOptions {
    /** Where the code is, for messages. */
    readonly source: string;
    /** Milliseconds that a call may take; null: it holds a limit of its own. */
    readonly patience?: number | null;
}
/**
 * The task, with every answer of it checked: where it throws, hangs, or gives what is no problem or no verdict, an
 * error names the task and what it did. Otherwise it would train on nonsense, or a defect of the task would look
 * like one of prorl. It is a ProrlError, but for `verify`: there it is a VerifierFailure, and the pipeline says
 * what becomes of it.
 */
export declare function carefully(task: Task, { source, patience }: CarefulOptions): CarefulTask;
/** Something that judges, with every verdict of it checked. */
export declare function carefulVerifier(of: {
    readonly name: string;
    readonly what: 'task' | 'verifier';
    readonly source: string;
    readonly patience?: number | null;
    verify(problem: Problem, response: string, signal: AbortSignal): Verdict | Promise<Verdict>;
}): CarefulVerifier;
