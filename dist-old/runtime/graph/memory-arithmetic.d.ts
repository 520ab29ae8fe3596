import { type DecoderShape } from './decoder-shape.ts';
import { type MemoryLimits, type MemoryLoad } from './memory.ts';
/** One line of what a run holds: what it is, how its size comes about, and its bytes. */
export interface MemoryLine {
    readonly what: string;
    readonly how: string;
    readonly bytes: number;
}
/** What a run holds while it does so much at once, line by line; the last line is the peak. */
export declare function memoryLines(shape: DecoderShape, load: MemoryLoad, limits: MemoryLimits): MemoryLine[];
/** Bytes for people: `840 MiB`, `5.2 GiB`. */
export declare function memoryText(bytes: number): string;
