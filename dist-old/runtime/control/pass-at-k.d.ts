/**
 * The unbiased estimate of pass@k from `samples` responses to one problem of which `correct` are
 * right: 1 - C(n-c, k) / C(n, k), and 1 where n - c < k (Chen et al. 2021, arXiv:2107.03374, eq. 1).
 *
 * The chance that k drawn responses include a right one is built up one draw at a time,
 * p <- p + (1 - p) c / (n - i), so that all terms are positive and nothing cancels. Since c and k
 * may change places in the formula, the smaller one counts the draws.
 */
export declare function passAtK(samples: number, correct: number, k: number): number;
