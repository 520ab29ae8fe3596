import type { InstructionKind } from './kind.ts';
/** The 25 kinds of IFEval (arXiv:2311.07911, table 1), by id. */
export declare const kinds: ReadonlyMap<string, InstructionKind>;
