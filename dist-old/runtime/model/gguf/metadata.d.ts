import { ProrlError } from '../../errors.ts';
/** The metadata of a GGUF file, read by type; every error names the file and the entry. */
export declare class Metadata {
    private readonly entries;
    private readonly file;
    constructor(entries: Readonly<Record<string, unknown>>, file: string);
    has(name: string): boolean;
    /** A number; GGUF's 64-bit integers too, where they are exact. */
    number(name: string): number | undefined;
    text(name: string): string | undefined;
    flag(name: string): boolean | undefined;
    texts(name: string): readonly string[] | undefined;
    numbers(name: string): readonly number[] | undefined;
    private list;
    private value;
    /** The error of an entry that is not what it must be; of a missing one as well. */
    wrong(name: string, expected: string): ProrlError;
}
