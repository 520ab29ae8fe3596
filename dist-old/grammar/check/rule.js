/** Whether a plan is a test's: its metrics are given, so that nothing need be evaluated. */
export function isTest(plan) {
    return plan.declaration === null;
}
