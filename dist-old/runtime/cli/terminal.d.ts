/** One output of the command, and what it can show. */
export interface Output {
    readonly isTerminal: boolean;
    readonly color: boolean;
    /** Columns; 100 where there is no terminal. */
    readonly width: number;
    write(text: string): void;
}
/** Data goes here. */
export declare const stdout: Output;
/** Messages and progress go here. */
export declare const stderr: Output;
/** A reader that closes the pipe early (`prorl plan FILE | head`) ends the command quietly. */
export declare function endQuietlyOnClosedPipe(): void;
