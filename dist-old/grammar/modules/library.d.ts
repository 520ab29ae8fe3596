import type { Library } from '../../runtime/graph/graph.ts';
import type { InstalledPackage, Workspace } from '../workspace.ts';
import type { Module } from './module.ts';
/** The libraries that modules come from, by name, each with its content hash. */
export declare function librariesOf(modules: readonly Module[], workspace: Workspace): Library[];
/** The library in an installed package; null where the package is none, or its manifest is broken. */
export declare function libraryIn(name: string, installed: InstalledPackage, workspace: Workspace): Library | null;
