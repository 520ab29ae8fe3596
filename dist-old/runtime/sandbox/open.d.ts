import type { Language, Sandbox } from './job.ts';
/**
 * The sandbox in which solutions of a language run, one for the process: bubblewrap, else QuickJS for JavaScript.
 * Throws ProrlError (exit code 4, with what to install) where there is none and that was not permitted.
 */
export declare function openSandbox(language: Language): Promise<Sandbox>;
/** Ends all that ran in sandboxes; the next `openSandbox` opens one anew. */
export declare function closeSandboxes(): Promise<void>;
