import type { Segment } from '../batch.ts';
import type { AttentionLayout, PackedAttention } from './attention-layout.ts';
/** Segments to be laid out as S sequences of Tq queries and Tk keys. */
export interface PaddedPart {
    readonly segments: readonly Segment[];
    readonly S: number;
    readonly Tq: number;
    readonly Tk: number;
}
/**
 * Attention made of plain operations, for any backend. Heads are gathered row by row into sequences of one length,
 * which spares transposing them, and back.
 */
export declare function paddedAttention(layout: AttentionLayout, parts: readonly PaddedPart[]): PackedAttention;
