import { type InstructionKind, type Relation } from './kind.ts';
export declare const numberSentences: InstructionKind<{
    num_sentences: number;
    relation: Relation;
}>;
export declare const numberParagraphs: InstructionKind<{
    num_paragraphs: number;
}>;
export declare const numberWords: InstructionKind<{
    num_words: number;
    relation: Relation;
}>;
export declare const nthParagraph: InstructionKind<{
    num_paragraphs: number;
    nth_paragraph: number;
    first_word: string;
}>;
