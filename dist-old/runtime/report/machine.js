/** Dense figures, without sparsity, of the SXM or OAM form where there are several. */
const accelerators = [
    { name: 'V100', memory: 32e9, peak: 125e12, bandwidth: 0.9e12 },
    { name: 'T4', memory: 16e9, peak: 65e12, bandwidth: 0.32e12 },
    { name: 'RTX3090', memory: 24e9, peak: 71e12, bandwidth: 0.936e12 },
    { name: 'RTX4090', memory: 24e9, peak: 165e12, bandwidth: 1.008e12 },
    { name: 'L40S', memory: 48e9, peak: 362e12, bandwidth: 0.864e12 },
    { name: 'A10', memory: 24e9, peak: 125e12, bandwidth: 0.6e12 },
    { name: 'A100', memory: 80e9, peak: 312e12, bandwidth: 2.04e12 },
    { name: 'A800', memory: 80e9, peak: 312e12, bandwidth: 2.04e12 },
    { name: 'H20', memory: 96e9, peak: 148e12, bandwidth: 4e12 },
    { name: 'H100', memory: 80e9, peak: 989e12, bandwidth: 3.35e12 },
    { name: 'H800', memory: 80e9, peak: 989e12, bandwidth: 3.35e12 },
    { name: 'H200', memory: 141e9, peak: 989e12, bandwidth: 4.8e12 },
    { name: 'B200', memory: 180e9, peak: 2250e12, bandwidth: 8e12 },
    { name: 'MI300X', memory: 192e9, peak: 1307e12, bandwidth: 5.3e12 },
];
export const acceleratorNames = accelerators.map(({ name }) => name);
/** Reads `32xH100`, or `H100` for one; null where it is neither, or the accelerator is unknown. */
export function parseMachine(text) {
    const [, digits, name] = /^(?:(\d+) *[x×*] *)?(\w+)$/i.exec(text.trim()) ?? [];
    const accelerator = accelerators.find((one) => one.name.toLowerCase() === name?.toLowerCase());
    const count = digits === undefined ? 1 : Number(digits);
    return accelerator === undefined || count < 1 || !Number.isSafeInteger(count)
        ? null
        : { count, accelerator };
}
/**
 * What an accelerator gives of its peak, waiting counted in.
 *
 * Updates: 30%. Teams report 25 to 45% for updates of policies of some billion parameters with packed sequences.
 *
 * Rollouts: 1.1% on an A100, and on others in proportion to memory bandwidth over peak: decoding reads all
 * weights and all cached keys and values for one token of each response, so that bandwidth bounds it; and the
 * batch thins out while the longest responses are waited for. The figure is what two published runs of a 1.5B
 * policy, trained to the end on such machines, leave for rollouts once their updates at 30% are taken off; what
 * verifiers, weight transfers and validation took is in it:
 * - DeepScaleR-1.5B: 3800 A100-hours; 1040 steps of 128 x 8 responses of about 3.5k tokens, 500 of 128 x 16 of
 *   about 5.5k and 210 of 128 x 16 of about 6k: 12e9 tokens. With a reference policy, so 8 N a token in updates: 1.0%.
 * - JustRL-1.5B (arXiv:2512.16649): 32 A800 for about 15 days; 4380 steps of 256 x 8 responses of about 5k
 *   tokens: 45e9 tokens. Without a reference policy, 6 N: 1.2%.
 * These runs' hours, steps and batches have yet to be checked against their own reports.
 */
export function typicalUtilisation({ peak, bandwidth }) {
    const a100 = accelerators.find(({ name }) => name === 'A100');
    return { rollout: (0.011 * (bandwidth / peak)) / (a100.bandwidth / a100.peak), training: 0.3 };
}
