import { problem } from "../diagnostics/index.js";
import { isTest } from "./rule.js";
import { longestOf } from "./walk.js";
/** A test runs something, and expects something that may happen. */
export const tests = {
    test(test, check) {
        if (!isTest(test.plan))
            return;
        const nothing = (what, label) => check.report(problem('G0523', test.span, `the test "${test.name}" ${what}`, { label }));
        if (test.plan.runs.length === 0)
            nothing('runs nothing', 'write "run STAGE for 100 steps" in it');
        if (test.expect.length === 0)
            nothing('expects nothing, so that it cannot fail', 'write "expect reset at 44" in it');
        const lengths = test.plan.runs.map(longestOf);
        if (lengths.includes(null))
            return;
        const total = lengths.reduce((a, b) => a + b, 0);
        for (const one of test.expect) {
            const late = one.steps.find((step) => step > total);
            if (late === undefined)
                continue;
            check.report(problem('G0523', one.span, `step ${late} never comes: the test runs ${total} steps`, {
                label: 'cannot be true',
            }));
        }
    },
};
