/** How the user can call prorl again: through npx where npm started this one and no `prorl` is on the path. */
export declare function commandName(): string;
/** A word of a command line, quoted where a shell would split or change it. */
export declare function quote(word: string): string;
