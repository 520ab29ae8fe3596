/** Common words to ask for or to forbid; none stands in another. */
export declare const WORDS: readonly string[];
export declare const LETTERS: readonly string[];
/** What a response may be asked to be about. */
export declare const REQUESTS: readonly string[];
/** Languages of the data set, by the code that it uses: a name, and the code that the detector gives. */
export declare const LANGUAGES: Readonly<Record<string, {
    readonly name: string;
    readonly detected: string;
}>>;
/** A few plain sentences in the languages that problems are posed in. */
export declare const SAMPLES: Readonly<Record<string, string>>;
