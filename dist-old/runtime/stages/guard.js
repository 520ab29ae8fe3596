export async function takeGoodState(step, of) {
    return {
        step,
        policy: of.policy.clone(),
        reference: of.reference === null ? null : of.reference.policy.clone(),
        optimizer: await of.optimizer.state(),
    };
}
/** Puts weights and moments back. What is random goes on: the next step samples anew. */
export function rollBack(to, of) {
    of.policy.copyFrom(to.policy);
    if (to.reference !== null)
        of.reference?.policy.copyFrom(to.reference);
    of.optimizer.restore(to.optimizer);
}
export function disposeGoodState(state) {
    state?.policy.dispose();
    state?.reference?.dispose();
}
