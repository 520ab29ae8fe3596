import type { InstructionKind } from './kind.ts';
export declare const twoResponses: InstructionKind;
export declare const repeatPrompt: InstructionKind<{
    prompt_to_repeat: string;
}>;
