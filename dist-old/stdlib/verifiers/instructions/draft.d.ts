/**
 * A response in the making that follows its instructions: what each of them asked for, put together at the end.
 * It is the worked solution of a problem, and the proof that its instructions can be followed together.
 */
export interface Draft {
    /** Put in front, as it stands. */
    repeated: string | null;
    title: string | null;
    /** Sentences of the body, in order. Empty: the writer fills in. */
    sentences: string[];
    leastSentences: number;
    mostSentences: number;
    leastWords: number;
    mostWords: number;
    /** Words that must not stand in it, in lower case. */
    avoided: string[];
    /** Letters of which there must be few. */
    rareLetters: string[];
    paragraphs: {
        count: number;
        between: string;
        start: {
            paragraph: number;
            word: string;
        } | null;
    } | null;
    sections: {
        count: number;
        name: string;
    } | null;
    bullets: number;
    /** Further lines or words that stand by themselves at the end of the body. */
    extras: string[];
    postscript: string | null;
    ending: string | null;
    /** The whole answer instead of a body. */
    fixed: string | null;
    json: boolean;
    twice: boolean;
    quoted: boolean;
    letters: 'upper' | 'lower' | null;
}
export declare function emptyDraft(): Draft;
/** The text of a draft. It follows what the draft's fields ask wherever they do not stand against one another. */
export declare function writeDraft(draft: Draft): string;
