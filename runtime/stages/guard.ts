import type { AdamW, AdamWState } from '../model/adamw.ts';
import type { Policy } from '../model/policy.ts';

interface Guarded {
  readonly policy: Policy;
  readonly reference: { readonly policy: Policy } | null;
  readonly optimizer: AdamW;
}

/**
 * Policy, reference and optimizer as they were at the end of a step: what a guard rolls back to. The weights
 * stay on the backend, where a copy costs nothing until one of the two changes.
 */
export interface GoodState {
  readonly step: number;
  readonly policy: Policy;
  readonly reference: Policy | null;
  readonly optimizer: AdamWState;
}

export async function takeGoodState(step: number, of: Guarded): Promise<GoodState> {
  return {
    step,
    policy: of.policy.clone(),
    reference: of.reference === null ? null : of.reference.policy.clone(),
    optimizer: await of.optimizer.state(),
  };
}

/** Puts weights and moments back. What is random goes on: the next step samples anew. */
export function rollBack(to: GoodState, of: Guarded): void {
  of.policy.copyFrom(to.policy);
  if (to.reference !== null) of.reference?.policy.copyFrom(to.reference);
  of.optimizer.restore(to.optimizer);
}

export function disposeGoodState(state: GoodState | null): void {
  state?.policy.dispose();
  state?.reference?.dispose();
}
