import type { Span } from '../span.ts';
import type { Sourced } from '../types/value.ts';
/** Where a value of the graph was written; `default`: nowhere. */
export type Origin = {
    readonly file: string;
    readonly line: number;
    readonly text?: string;
} | 'default';
/** By JSON pointer into the graph. */
export type Origins = Record<string, Origin>;
export declare function originOf(span: Span | null, text?: string): Origin;
/** Where a value was written: of a parameter, where the parameter got it. */
export declare function valueOrigin({ span, origin }: Sourced): Origin;
/** Pointer segments escaped as RFC 6901 asks. */
export declare function pointer(...segments: (string | number)[]): string;
