/**
 * ProRL's reset (arXiv:2505.24864, section 2.3.1): the reference policy becomes a copy of the policy (or of
 * `from`, the best checkpoint's), so that the KL term pulls towards what has been learned, and the optimizer's
 * moments are cleared. The policy itself goes on as it is.
 */
export function reset(what, training, from = training.policy) {
    if (what.reference)
        training.reference?.copyFrom(from);
    if (what.optimizer)
        training.optimizer.clear();
}
