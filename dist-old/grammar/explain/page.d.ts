/**
 * A program of a page. It is a whole file if it begins with an edition or is marked as one; otherwise
 * its declarations take the places of those of the same names in the common program (example.ts).
 */
export interface Example {
    readonly text: string;
    /** Files beside it, by their paths from its folder. */
    readonly files?: Readonly<Record<string, string>>;
    /** The pipeline that is asked for on the command line. */
    readonly pipeline?: string;
    /** The text is the file, whatever it begins with. */
    readonly whole?: true;
    /** What is compiled, where the text only describes it: a file that is too large to be shown. */
    readonly stands?: string;
}
/** What there is to know about a code. */
export interface Page {
    /** What is wrong: full sentences. */
    readonly meaning: string;
    /** Why the language minds. */
    readonly why: string;
    readonly wrong: Example;
    readonly right: Example;
}
type Given = string | Example;
/** Shorthand for the pages: examples are texts, of which line breaks at both ends do not count. */
export declare function page(meaning: string, why: string, wrong: Given, right: Given): Page;
export {};
