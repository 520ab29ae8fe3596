/** Where the hub's own tools keep what they downloaded: they and prorl share it. */
export declare function hubCache(): string;
/**
 * The part of the cache for one model, laid out as the hub's tools do: `blobs/` by checksum, `snapshots/COMMIT/`
 * of links to them, and `refs/` that says which commit a branch or tag was at.
 */
export declare class ModelCache {
    private readonly root;
    constructor(repository: string, cache?: string);
    blob(checksum: string): string;
    snapshot(commit: string): string;
    /** The commit that a branch or tag was at when it was last asked for. */
    commitOf(revision: string): string | undefined;
    remember(revision: string, commit: string): void;
    /** Makes a file of a snapshot a link to a blob. */
    link(commit: string, name: string, checksum: string): void;
    /** Whether a snapshot has all that a model folder needs: config.json, which comes last, and all weights. */
    isWhole(commit: string): boolean;
}
