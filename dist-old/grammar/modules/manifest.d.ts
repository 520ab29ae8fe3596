/** What a package says of its modules in its package.json. */
export type Manifest = {
    readonly kind: 'modules';
    readonly version: string;
    /** Paths from the package's folder, by the name that an import gives; `.` is the package itself. */
    readonly modules: ReadonlyMap<string, string>;
    /** The files and folders that npm publishes of it; undefined: all. */
    readonly published: readonly string[] | undefined;
}
/** It has no `prorl` entry. */
 | {
    readonly kind: 'none';
} | {
    readonly kind: 'broken';
    readonly why: string;
};
/** Reads `{"prorl": {"modules": {"tasks": "tasks.prorl", ".": "index.prorl"}}}`. */
export declare function readManifest(text: string | null): Manifest;
