import { type Parsed } from './parse.ts';
/**
 * Remembers each file as it was last seen: one that did not change is not parsed again, and of one
 * that did only the declarations that changed, and their neighbours.
 */
export declare class ParseCache {
    private readonly files;
    /** Like `parse`. The trees are shared: nobody may change them. */
    readonly parse: (file: string, text: string) => Parsed;
    /** How many declarations and imports of a file were parsed anew when it was parsed last. */
    parsedAnew(file: string): number;
    forget(file: string): void;
}
