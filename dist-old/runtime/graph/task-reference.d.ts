/**
 * What poses problems and judges the answers.
 * @discriminator source
 */
export type TaskReference = CodeReference | ProgramReference | HttpReference | ReasoningGymReference | DatasetReference;
/**
 * What judges answers to problems that something else posed.
 * @discriminator source
 */
export type VerifierReference = CodeReference | ProgramReference | HttpReference;
interface ReferenceOf<Source extends string> {
    source: Source;
    /** As declared, e.g. `chain_sum`; of `reasoning_gym(...)` in a mixture, the data set's. */
    name: string;
    settings: Record<string, SettingValue>;
}
/** A TypeScript or JavaScript module. */
export interface CodeReference extends ReferenceOf<'code'> {
    /** The package that declares it, or null for a module beside the pipeline. */
    library: string | null;
    /** The implementing module, relative to the library's root or to the pipeline file's folder, e.g. `stdlib/tasks/math/chain-sum`. */
    module: string;
    export: string;
}
/** A program that speaks prorl's line protocol. */
export interface ProgramReference extends ReferenceOf<'program'> {
    /** The package that declares it, or null for a file beside the pipeline. */
    library: string | null;
    /** Where it is started: relative to the library's root or to the pipeline file's folder. */
    folder: string;
    command: string;
    arguments: string[];
    /** Seconds that one request may take. */
    timeout: number;
    /** How many of it are kept running. */
    processes: number;
}
/** A server that takes the messages of the line protocol by POST. */
export interface HttpReference extends ReferenceOf<'http'> {
    url: string;
    /** Seconds that one request may take. */
    timeout: number;
}
/** A data set of the Python package reasoning-gym; the settings are its configuration. */
export interface ReasoningGymReference extends ReferenceOf<'reasoning_gym'> {
    dataset: string;
}
/** Problems read from a file or a folder. */
export interface DatasetReference extends ReferenceOf<'dataset'> {
    /** The package that declares it, or null for a file beside the pipeline. */
    library: string | null;
    /** Absolute, or relative to the library's root or to the pipeline file's folder. */
    path: string;
    /** Of a folder with several configurations, which. */
    config: string | null;
    /** Of a folder with several splits, which. */
    split: string | null;
    /** What is kept from training and for suites: null takes one row in eight; `all` every row. */
    heldout: HeldoutRows | null;
    /** Which column holds what: names, or dotted paths into nested columns. */
    columns: {
        prompt: string;
        answer: string | null;
        worked: string | null;
    };
    /** Stands after each prompt, on a line of its own. */
    instruction: string | null;
    verifier: VerifierReference;
}
/** The rows of a data set that suites draw from: all, another split of the folder, or another file or folder. */
export type HeldoutRows = {
    rows: 'all';
} | {
    rows: 'split';
    split: string;
} | {
    rows: 'file';
    path: string;
};
export type SettingValue = number | string | boolean | {
    from: number;
    to: number;
};
export {};
