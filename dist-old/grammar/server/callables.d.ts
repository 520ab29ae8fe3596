import type { Callable } from './meaning.ts';
export declare const scheduleCallables: readonly Callable[];
export declare const triggerCallables: readonly Callable[];
export declare const readingCallables: readonly Callable[];
export declare const modelCallables: readonly Callable[];
/** What may stand behind `task NAME =`, or behind `verifier NAME =`. */
export declare function sourceCallables(what: 'task' | 'verifier'): readonly Callable[];
export declare function callable(name: string): Callable | undefined;
