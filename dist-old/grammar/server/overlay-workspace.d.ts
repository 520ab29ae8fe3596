import type { Workspace } from '../workspace.ts';
/**
 * The saved files with what is open in the editor laid over them. Hashes of libraries are left out:
 * nothing is run from here, and hashing on each keystroke would be felt.
 */
export declare function overlayWorkspace(saved: Workspace, open: ReadonlyMap<string, string>): Workspace;
