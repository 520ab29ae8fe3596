import { type InstructionKind } from './kind.ts';
export declare const placeholders: InstructionKind<{
    num_placeholders: number;
}>;
export declare const postscript: InstructionKind<{
    postscript_marker: string;
}>;
