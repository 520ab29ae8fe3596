import type { Call } from '../../ast.ts';
import type { SourceUse, Sourced } from '../value.ts';
import type { Context } from './context.ts';
/** What was read of a call such as `program("python3", "judge.py")`. */
export interface ReadSource {
    readonly source: SourceUse;
    /** Arguments beyond its parameters, where it takes them. */
    readonly options: ReadonlyMap<string, Sourced>;
}
/** Reads a call of one of the task sources; its name is known to be one. */
export declare function readSource(cx: Context, call: Call): ReadSource | undefined;
