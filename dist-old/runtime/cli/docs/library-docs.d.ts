import { type LibraryDocs } from '../../../grammar/docs/index.ts';
interface Options {
    /** Whether the tasks' code is loaded, to show a problem of each. */
    readonly samples: boolean;
}
/**
 * The documentation of what a word names: a `.prorl` file, the folder of a package, an installed package, or a
 * module of one (`prorl/tasks`). Throws ProrlError where there is no such thing, or where it has errors.
 */
export declare function libraryDocs(target: string, options: Options): Promise<LibraryDocs>;
export {};
