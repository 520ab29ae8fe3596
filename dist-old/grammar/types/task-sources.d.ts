import { type Field } from './field.ts';
export type SourceName = 'code' | 'program' | 'http' | 'reasoning_gym' | 'dataset';
/** What may stand behind `task NAME =` or `verifier NAME =`. */
export interface TaskSource {
    readonly name: SourceName;
    readonly doc: string;
    /** Parameters in order: the first `positional` of them may be written without their name. */
    readonly parameters: readonly Field[];
    readonly positional: number;
    /** Further values without a name, any number of them. */
    readonly rest: {
        readonly name: string;
        readonly doc: string;
    } | null;
    /** Whether arguments of any other name are taken too, as settings. */
    readonly open: boolean;
    /** Whether it can judge answers to the problems of another. */
    readonly verifies: boolean;
}
export declare const taskSources: readonly TaskSource[];
export declare function taskSource(name: string): TaskSource | undefined;
/** Whether what `heldout:` names is a file or folder beside the pipeline rather than a split of the data set. */
export declare function heldoutIsFile(heldout: string): boolean;
