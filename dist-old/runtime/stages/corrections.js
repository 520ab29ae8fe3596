/**
 * Weighs each token of a response by rho_t = exp(oldLogp_t - rolloutLogp_t): its probability by the forward pass of
 * the update over that by the sampler.
 * - `truncate`: rho_t held within [low, high] (truncated importance sampling, Yao et al. 2025).
 * - `mask`: rho_t, and 0 where it lies outside (IcePop, Ling team 2025).
 * - `sequence_mask`: 1 for each token of a response whose geometric mean of rho lies within, 0 where it does not.
 * Constants: no gradient goes through them.
 */
export function correct(oldLogps, rolloutLogps, { method, low, high }) {
    const logRhos = Float64Array.from(oldLogps, (old, t) => old - (rolloutLogps[t] ?? Number.NaN));
    if (method === 'sequence_mask') {
        const rho = Math.exp(logRhos.reduce((sum, logRho) => sum + logRho, 0) / logRhos.length);
        const kept = rho >= low && rho <= high;
        return {
            weights: new Float32Array(logRhos.length).fill(kept ? 1 : 0),
            changed: kept ? 0 : logRhos.length,
        };
    }
    const rhos = logRhos.map(Math.exp);
    const held = rhos.map((rho) => Math.min(Math.max(rho, low), high));
    const changed = rhos.filter((rho, t) => rho !== held[t]).length;
    const weights = method === 'truncate' ? held : rhos.map((rho, t) => (rho === held[t] ? rho : 0));
    return { weights: Float32Array.from(weights), changed };
}
