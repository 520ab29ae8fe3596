import type { Sandbox } from './job.ts';
/**
 * Plain JavaScript in QuickJS, compiled to WebAssembly: no files, no network, no processes, because none of them is
 * there. Needs nothing of the machine; slower than Node by one to two orders of magnitude.
 */
export declare function quickJsSandbox(): Sandbox;
