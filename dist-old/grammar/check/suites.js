import { problem } from "../diagnostics/index.js";
import { asNumber, suiteValue } from "../types/settled.js";
/** pass@k is estimated from at least k responses. */
export const passAtK = {
    suite(suite, check) {
        const samples = suiteValue(suite, 'samples');
        const most = asNumber(samples);
        if (most === undefined)
            return;
        for (const { k, span } of suite.passAt) {
            if (k <= most || span === null)
                continue;
            check.report(problem('G0507', span, `pass@${k} cannot be told from ${most} responses`, {
                label: `k is above the ${most} samples`,
                secondary: samples?.span ? [{ span: samples.span, text: 'responses to each problem' }] : [],
                reason: `The unbiased estimate of pass@k needs at least k responses to each problem. Take samples: ${k}, or a smaller k.`,
            }));
        }
    },
};
