import { type Operations } from './operations.ts';
/** A task whose answer is a function f of one value, described as a pipeline of operations. */
export declare function functionTask<V extends string | readonly number[]>(of: {
    readonly name: string;
    readonly operations: Operations<V>;
    /** What the function is tried on. */
    readonly values: readonly V[];
    /** Whether a wrong function is shown, which is to be mended. */
    readonly mend: boolean;
    readonly steps: readonly [number, number];
}): import("../../../runtime/tasks/task.ts").Task<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>> & Required<Pick<import("../../../runtime/tasks/task.ts").Task<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>, "settings" | "solve">>;
/** Lists that tell the operations apart: empty, single, with negative, equal and unsorted numbers. */
export declare const LISTS: readonly (readonly number[])[];
/** Texts that tell the operations apart. */
export declare const TEXTS: readonly string[];
