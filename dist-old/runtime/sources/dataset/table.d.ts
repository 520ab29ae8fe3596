/** One row of a data set: its columns by name, as plain JSON. */
export type Row = Readonly<Record<string, unknown>>;
/** Called with each row of a file, in order, and with its number: the first is 1 (in JSONL, the line's). */
export type Visit = (row: Row, number: number) => void;
/** A file of rows that has been read through once. Rows are read again by place, from 0. */
export interface Table {
    readonly rows: number;
    readonly bytes: number;
    /** Of the file's bytes, in hexadecimal. */
    readonly sha256: string;
    read(place: number): Promise<Row>;
}
