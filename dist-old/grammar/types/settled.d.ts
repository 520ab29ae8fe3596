import type { Schedule } from '../../runtime/graph/index.ts';
import { type Field } from './field.ts';
import type { ResolvedStage, Sourced, SuiteUse, Value } from './value.ts';
/** The value of a stage's field: as written, or its default; undefined where a required one is not written. */
export declare function stageValue(stage: ResolvedStage, path: string): Sourced | undefined;
/** Whether a field is written as what it would be if it were not. */
export declare function isWrittenDefault(stage: ResolvedStage, path: string): boolean;
/** The value of a suite's field: as written, or its default. */
export declare function suiteValue(suite: SuiteUse, name: string): Sourced | undefined;
/** The value that a field's default stands for. */
export declare function defaultValue(value: NonNullable<Field['default']> | null, field: Field): Value;
/** A number, where the value is one that is known. */
export declare function asNumber(sourced: Sourced | undefined): number | undefined;
export declare function asSchedule(sourced: Sourced | undefined): Schedule | undefined;
/** Every schedule of a stage with the path of its field. */
export declare function schedulesOf(stage: ResolvedStage): {
    path: string;
    schedule: Schedule;
    sourced: Sourced;
}[];
