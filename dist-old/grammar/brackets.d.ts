import type { IToken } from 'chevrotain';
import { type Diagnostic } from './diagnostics/index.ts';
import { type Source } from './source.ts';
/** Blocks, calls and lists may nest this deep. */
export declare const deepest = 64;
export interface Balanced {
    /** Every bracket in them has its partner. */
    readonly tokens: IToken[];
    readonly diagnostics: readonly Diagnostic[];
    /** Offsets between which a bracket is missing: what the parser says there would be an echo. */
    readonly damaged: readonly (readonly [from: number, to: number])[];
}
/**
 * Gives every bracket a partner before the parser looks, so that a forgotten bracket costs one
 * message. Where a file does not balance, its layout says which bracket was forgotten: a block
 * ends before the first line that is indented no more than the line that opened it, a call at the
 * end of its line.
 */
export declare function balance(source: Source, tokens: IToken[]): Balanced;
