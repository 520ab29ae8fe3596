/** A file of the hub: its size in bytes, and the checksum by which the hub knows it. */
export interface HubFile {
    readonly path: string;
    readonly size: number;
    /** SHA-256 of the content for large files; Git's SHA-1 of a blob, which counts the length in, for others. */
    readonly checksum: {
        readonly kind: 'sha256' | 'git';
        readonly hex: string;
    };
}
/** What was downloaded is not what the hub says that it is. */
export declare class WrongContent extends Error {
}
/**
 * Downloads a file to `target`, or goes on with what an earlier call left there. `open` gives the content from a
 * byte on. The file gets its name once its size and checksum are right. Throws WrongContent where they are not, and
 * what `open` or the stream threw where it broke off too often; what came till then is kept for the next call.
 */
export declare function downloadBlob(file: HubFile, target: string, open: (from: number) => Promise<ReadableStream<Uint8Array>>): Promise<void>;
