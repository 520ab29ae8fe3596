/** What an engine makes of one feature: it has it, something else stands in for it, or it lacks it. */
export type Support = {
    as: 'native';
}
/** How, in a few words. */
 | {
    as: 'emulated';
    how: string;
}
/** What it has in its place, and what to write instead; both full sentences. */
 | {
    as: 'lacking';
    why: string;
    instead: string;
};
/** What engines differ in. What is not here is not judged. */
export type Feature = 'several stages' | 'mixture weights' | 'scheduled mixture weights' | 'a curriculum' | 'a scheduled temperature' | 'a scheduled response length' | 'a scheduled batch' | 'a scheduled KL coefficient' | 'a KL term in the loss' | 'a KL term in the reward' | 'the KL estimator k1' | 'the KL estimator k2' | 'the KL estimator k3' | 'the KL estimator abs' | 'a filter of groups' | 'a reset between stages' | 'a reset of the reference alone' | 'a reset of the optimizer alone' | 'a reset to the best checkpoint' | 'a reset on a condition' | 'a stage that ends on a metric' | 'a guard that rolls back' | 'pass@k beyond 1';
export interface Engine {
    /** As `--engine` takes it: name and version. */
    name: string;
    /** Whether prorl runs pipelines on it; the others are known from their own documentation, to be checked against only. */
    runs: boolean;
    /** Absent: nothing is known, and nothing is said. */
    support: Partial<Record<Feature, Support>>;
}
export declare const native: Support;
export declare function emulated(how: string): Support;
export declare function lacking(why: string, instead: string): Support;
