/**
 * The names that a file with syntax errors may declare all the same: an error can take a declaration with it. Saying
 * of one of these that nobody declares it would be an echo; any other name is as unknown as in a whole file.
 */
export declare function lostNames(text: string): ReadonlySet<string>;
