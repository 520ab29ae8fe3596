/**
 * The size that stands for all sizes near below it: the next multiple of a sixteenth to an eighth of it. Graphs
 * are made for fixed shapes; with at most eight sizes between a number and its double, few are made and little
 * of what they compute is padding.
 */
export declare function bucketOf(size: number): number;
