/** Which files are which split, as the front matter of a data set's README.md says. */
export interface Configuration {
    readonly name: string;
    readonly isDefault: boolean;
    /** Patterns of paths by split; of several the first that has files. */
    readonly splits: readonly {
        readonly split: string;
        readonly patterns: readonly string[];
    }[];
}
/**
 * The `configs:` of a card of the Hugging Face hub. None: it says nothing of files.
 * @throws Error where the front matter is not YAML, or `configs:` has another form.
 */
export declare function readCard(text: string): Configuration[];
