import { ProrlError } from '../errors.ts';
/** The bytes of a weight file that hold one tensor, from `begin` up to `end`. */
export interface Region {
    readonly name: string;
    readonly begin: number;
    readonly end: number;
}
/** Makes the error of a file that cannot be used, from the reason. */
export type Damaged = (why: string) => ProrlError;
/** Throws where two regions share a byte. */
export declare function checkOverlaps(regions: readonly Region[], damaged: Damaged): void;
/** Bytes of an open file, in a buffer of their own that starts at a multiple of 8. */
export declare function readBytes(descriptor: number, position: number, length: number, damaged: Damaged): Buffer;
export declare function isCount(value: unknown): value is number;
/** Opens a weight file for reading while `work` is done. Throws ProrlError where it cannot be opened. */
export declare function withOpen<T>(file: string, work: (descriptor: number) => T): T;
