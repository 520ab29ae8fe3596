/**
 * The size that stands for all sizes near below it: the next multiple of a sixteenth to an eighth of it. Graphs
 * are made for fixed shapes; with at most eight sizes between a number and its double, few are made and little
 * of what they compute is padding.
 */
export function bucketOf(size) {
    const step = 2 ** Math.max(0, Math.floor(Math.log2(Math.max(1, size))) - 3);
    return Math.ceil(size / step) * step;
}
