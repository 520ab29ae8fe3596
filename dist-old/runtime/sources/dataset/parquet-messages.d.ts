/** What the thread that decodes Parquet is asked; `columns` null: all of them. */
export type ParquetRequest = {
    readonly id: number;
    readonly kind: 'open';
    readonly path: string;
} | {
    readonly id: number;
    readonly kind: 'read';
    readonly path: string;
    readonly from: number;
    readonly to: number;
    readonly columns: string[] | null;
};
export type ParquetReply = {
    readonly id: number;
    readonly starts: readonly number[];
    readonly columns: readonly string[];
    /** Of each row group, unpacked: no more than its packed bytes can hold. */
    readonly bytes: readonly number[];
} | {
    readonly id: number;
    readonly rows: Record<string, unknown>[];
} | {
    readonly id: number;
    readonly failure: string;
};
