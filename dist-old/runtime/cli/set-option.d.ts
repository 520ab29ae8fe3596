/** One `--set path=value`. */
export interface SetOption {
    path: string;
    value: string;
}
/** Reads one `--set` and adds it to those before it. */
export declare function parseSet(text: string, before: SetOption[]): SetOption[];
/** A whole number, not below some least one. */
export declare function wholeNumber(least: number): (text: string) => number;
