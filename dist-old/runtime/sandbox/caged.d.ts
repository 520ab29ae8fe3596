import type { Cage } from './cage.ts';
import type { Sandbox } from './job.ts';
/** A sandbox of processes under bubblewrap, or without: as many jobs at a time as there are cores. */
export declare function cagedSandbox(cage: Cage): Sandbox;
