import type { Complaints } from './complaints.ts';
import type { Table, Visit } from './table.ts';
/** Parquet files, decoded in a thread that is started when the first is opened and ends with `close`. */
export declare class ParquetReader {
    private readonly patience;
    private worker;
    private last;
    private readonly waiting;
    /** `patience`: milliseconds that a request may take for a row group of so many bytes, unpacked. */
    constructor({ patience }?: {
        patience?: (bytes: number) => number;
    });
    /** Reads the named columns of a whole file once. `columns` are dotted paths. */
    open(path: string, shown: string, columns: readonly string[], complaints: Complaints, visit: Visit): Promise<Table>;
    close(): Promise<void>;
    private ask;
    private start;
    /** A thread that ended answers nothing more; the next request gets another. */
    private fail;
}
