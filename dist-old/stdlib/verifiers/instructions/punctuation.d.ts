import type { InstructionKind } from './kind.ts';
export declare const noComma: InstructionKind;
