import { type InstructionKind, type Relation } from './kind.ts';
export declare const existence: InstructionKind<{
    keywords: readonly string[];
}>;
export declare const frequency: InstructionKind<{
    keyword: string;
    frequency: number;
    relation: Relation;
}>;
export declare const forbidden: InstructionKind<{
    forbidden_words: readonly string[];
}>;
export declare const letterFrequency: InstructionKind<{
    letter: string;
    let_frequency: number;
    let_relation: Relation;
}>;
