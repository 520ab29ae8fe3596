import type { DatasetReference } from '../../graph/index.ts';
import type { Row } from './table.ts';
export type Columns = DatasetReference['columns'];
/** What a row says of a problem. Columns that the pipeline does not name are null. */
export interface Asked {
    readonly prompt: string;
    readonly answer: string | null;
    readonly worked: string | null;
}
/** Why a row cannot be used. */
export declare class ColumnProblem extends Error {
    readonly column: string;
    readonly hint: string;
    /** The column is not there at all: the mapping is wrong, not the row. */
    readonly missing: boolean;
    constructor(column: string, why: string, hint: string, missing?: boolean);
}
/** Reads the columns of a row that the pipeline names. Throws ColumnProblem. */
export declare function readColumns(row: Row, columns: Columns): Asked;
/** The columns of the file itself that hold what the pipeline names. */
export declare function outerColumns({ prompt, answer, worked }: Columns): string[];
