import type { Workspace } from '../../grammar/workspace.ts';
/** The file system as the compiler sees it. Paths are absolute, with `/` on every system. */
export declare const fileWorkspace: Workspace;
