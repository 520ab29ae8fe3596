import type { Schedule } from '../../runtime/graph/index.ts';
import type { Sourced } from '../types/value.ts';
import { type Origin } from './origins.ts';
/**
 * Collects where the parts of one object of the graph come from, while its values are taken. A
 * value that is missing or still open here is a defect of the checks, not of the program.
 */
export declare class Config {
    readonly origins: Map<string, Origin>;
    schedule(key: string, sourced: Sourced | undefined): Schedule;
    scheduleOrNull(key: string, sourced: Sourced | undefined): Schedule | null;
    number(key: string, sourced: Sourced | undefined): number;
    numberOrNull(key: string, sourced: Sourced | undefined): number | null;
    /** A word of an enumeration; the type system has seen to it that it is one of `Word`. */
    word<Word extends string>(key: string, sourced: Sourced | undefined): Word;
    boolean(key: string, sourced: Sourced | undefined): boolean;
    note(key: string, origin: Origin): void;
    private none;
    private take;
}
