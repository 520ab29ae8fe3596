import type { InstructionKind } from './kind.ts';
export declare const endChecker: InstructionKind<{
    end_phrase: string;
}>;
export declare const quotation: InstructionKind;
