/** See `Workspace.digests`. */
export declare function digestFiles(folder: string, within?: readonly string[]): ReadonlyMap<string, string>;
