import type { AdamW } from '../model/adamw.ts';
import type { Policy } from '../model/policy.ts';
/**
 * ProRL's reset (arXiv:2505.24864, section 2.3.1): the reference policy becomes a copy of the policy (or of
 * `from`, the best checkpoint's), so that the KL term pulls towards what has been learned, and the optimizer's
 * moments are cleared. The policy itself goes on as it is.
 */
export declare function reset(what: {
    reference: boolean;
    optimizer: boolean;
}, training: {
    policy: Policy;
    reference: Policy | null;
    optimizer: AdamW;
}, from?: Policy): void;
