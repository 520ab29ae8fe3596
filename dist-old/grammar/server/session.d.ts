import type { Context } from '../types/infer/context.ts';
import { type Lexed } from '../lex.ts';
import { type Module, type Modules } from '../modules/index.ts';
import { ParseCache } from '../parse-cache.ts';
import type { Workspace } from '../workspace.ts';
import type { ServerHost } from './host.ts';
import { type Source } from './ranges.ts';
import type { Occurrence } from './meaning.ts';
/** A file as every service sees it: its text, its tree and what its names mean. */
export interface View {
    readonly file: string;
    readonly source: Source;
    readonly lexed: Lexed;
    readonly modules: Modules;
    readonly module: Module;
    /** In order of place. */
    readonly occurrences: readonly Occurrence[];
    /** For evaluating expressions of the module; what is wrong with them is told elsewhere. */
    readonly cx: Context;
}
/** The open documents and what is known of them. Nothing is worked out before someone asks. */
export declare class Session {
    readonly host: ServerHost;
    readonly workspace: Workspace;
    readonly cache: ParseCache;
    private readonly open;
    private readonly views;
    private folders;
    private listed;
    constructor(host: ServerHost);
    get openFiles(): readonly string[];
    setFolders(folders: readonly string[]): void;
    change(file: string, text: string): void;
    close(file: string): void;
    /** Files changed outside the editor. */
    refresh(): void;
    /** The name by which a document is known: its path, or its URI where it has none. */
    nameOf(uri: string): string;
    uriOf(file: string): string;
    /** Null where the file cannot be read. */
    view(file: string): View | null;
    private make;
    /** Every file of the user's own in which a name of `file` may appear. */
    filesAround(file: string): readonly string[];
}
