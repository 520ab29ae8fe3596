import type { DatasetReference } from '../../graph/index.ts';
import type { Stock } from '../../tasks/stock.ts';
import type { ParquetReader } from './parquet.ts';
/** One file as the record of a run names it. */
export interface FileRecord {
    path: string;
    rows: number;
    bytes: number;
    /** SHA-256 of its bytes. */
    sha256: string;
}
export interface ReadStock {
    readonly stock: Stock;
    readonly files: FileRecord[];
    /** Rows of the training files that are not trained on, because their prompts are held out too. */
    readonly dropped: number;
}
/**
 * Reads a data set through once: every row is checked, and it is settled which are trained on and which are held out.
 * Kept are the places of the rows and a hash of each prompt, about forty bytes a row.
 * Throws a ProrlError that names file, row and column.
 */
export declare function readStock(reference: DatasetReference, locate: (path: string) => string, parquet: ParquetReader): Promise<ReadStock>;
