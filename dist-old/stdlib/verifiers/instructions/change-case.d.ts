import { type InstructionKind, type Relation } from './kind.ts';
export declare const capitalWords: InstructionKind<{
    capital_frequency: number;
    capital_relation: Relation;
}>;
export declare const englishCapital: InstructionKind;
export declare const englishLowercase: InstructionKind;
