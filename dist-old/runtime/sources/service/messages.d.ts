import type { Problem, Settings } from '../../tasks/task.ts';
export declare const PROTOCOL = "prorl-verifier/1";
/**
 * What prorl sends. The reply carries the same `id`.
 * @discriminator type
 */
export type Request = HelloRequest | GenerateRequest | VerifyRequest;
/** The first message. */
export interface HelloRequest {
    type: 'hello';
    id: number;
    protocol: 'prorl-verifier/1';
    /** The name under which the pipeline declares the task or verifier. */
    name: string;
}
/** Asks for a problem. The same settings and seed give the same problem. */
export interface GenerateRequest {
    type: 'generate';
    id: number;
    settings: Settings;
    /** From 0 to 2^32 - 1. */
    seed: number;
}
/** Asks for a verdict on a response to a problem. */
export interface VerifyRequest {
    type: 'verify';
    id: number;
    /** Of a verifier; a task has what it needs in the problem's `data`. */
    settings: Settings;
    problem: Problem;
    /** What the policy wrote, reasoning included. */
    response: string;
}
/**
 * What comes back.
 * @discriminator type
 */
export type Reply = HelloReply | ProblemReply | VerdictReply | FailureReply;
export interface HelloReply {
    type: 'hello';
    id: number;
    protocol: 'prorl-verifier/1';
    /** What it can be asked for. */
    capabilities: Capability[];
    /**
     * Requests that it takes at the same time. Without it a program takes 1, and a server 8.
     * @minimum 1
     * @asType integer
     */
    concurrency?: number;
}
export type Capability = 'generate' | 'verify';
export interface ProblemReply {
    type: 'problem';
    id: number;
    problem: {
        /**
         * What the policy is asked.
         * @minLength 1
         */
        prompt: string;
        /** The reference answer. */
        answer: string;
        /** Whatever `verify` needs besides; it comes back with the problem. */
        data?: unknown;
    };
}
export interface VerdictReply {
    type: 'verdict';
    id: number;
    /**
     * Exact or partial credit.
     * @minimum 0
     * @maximum 1
     */
    score: number;
    /** Whether the answer is wholly right: what pass@k counts. */
    correct: boolean;
}
/** The request could not be served. It never stands for a wrong answer: that is a verdict of score 0. */
export interface FailureReply {
    type: 'failure';
    id: number;
    message: string;
    /** Whether the same request may succeed later; without it, no. */
    retry?: boolean;
}
type Without<R> = R extends unknown ? Omit<R, 'id'> : never;
/** A request before it has its number. */
export type Asking = Without<Request>;
/** Everything that goes over the line, for the published schema. */
export type VerifierMessage = Request | Reply;
export {};
