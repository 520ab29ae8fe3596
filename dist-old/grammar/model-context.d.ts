import type { Module } from './modules/index.ts';
import type { ModelUse } from './types/value.ts';
import type { Workspace } from './workspace.ts';
/** Tells the longest sequence of models, in tokens: as declared, or as the config.json of a folder says. */
export declare function contextFinder(entry: Module, workspace: Workspace): (model: ModelUse) => number | null;
