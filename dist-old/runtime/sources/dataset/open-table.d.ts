import type { Complaints } from './complaints.ts';
import type { DataFile } from './data-files.ts';
import type { ParquetReader } from './parquet.ts';
import type { Table, Visit } from './table.ts';
/** Reads a file through, whatever its form. A file without a single row is complained about too. */
export declare function openTable({ path, shown }: DataFile, from: {
    parquet: ParquetReader;
    columns: readonly string[];
    complaints: Complaints;
    visit: Visit;
}): Promise<Table>;
