import { type Type } from '../type.ts';
/** What may be given for a field of a data set's configuration; null: nothing that a pipeline can write. */
export type GymField = {
    readonly kind: 'one';
    readonly type: Type;
}
/** A text with commas, a range, or one value. */
 | {
    readonly kind: 'list';
} | {
    readonly kind: 'choice';
    readonly of: readonly string[];
} | null;
type Fields = ReadonlyMap<string, GymField>;
/** The data sets of reasoning-gym by name, each with its fields. Read when a file first names one. */
export declare function gymDatasets(): ReadonlyMap<string, Fields>;
/** The name in the package of a task that the ProRL paper names otherwise. */
export declare function gymRenamed(name: string): string | undefined;
export {};
