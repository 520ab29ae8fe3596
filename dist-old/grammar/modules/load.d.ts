import { type Parsed } from '../parse.ts';
import type { Workspace } from '../workspace.ts';
import type { LibraryRef, Modules } from './module.ts';
/** Parses a file; an editor passes one that remembers (see ParseCache). */
export type ParseText = (file: string, text: string) => Parsed;
/**
 * Reads a file and all that it imports, and finds out what each name means. Never throws on any content.
 * `library`: the package that the file is read as a module of; without it, it is a pipeline's own.
 */
export declare function loadModules(entry: string, workspace: Workspace, parseText?: ParseText, library?: LibraryRef | null): Modules;
