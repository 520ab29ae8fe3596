import type { Workspace } from './workspace.ts';
/**
 * A workspace made of texts, by absolute paths such as `/project/main.prorl`: for tests, and for
 * wherever there is no file system. Packages lie in `node_modules` folders, as on disk; `own` is
 * the folder of prorl's own package.
 */
export declare function memoryWorkspace(files: Readonly<Record<string, string>>, own?: string): Workspace;
