import { problem } from "../diagnostics/index.js";
/** A fresh model has a shape that a transformer can have. */
export const modelShape = {
    model({ source, declaration }, check) {
        if (source.source !== 'fresh')
            return;
        const { layers, hidden, heads, kvHeads, intermediate, context } = source;
        const at = declaration.value.span;
        const report = (message, reason) => check.report(problem('G0519', at, message, { reason }));
        const none = Object.entries({ layers, hidden, heads, kv_heads: kvHeads, intermediate, context }).find(([, n]) => n < 1);
        if (none !== undefined) {
            report(`${none[0]} must be at least 1`, 'A model without any is no model.');
        }
        else if (hidden % heads !== 0) {
            report(`hidden ${hidden} is not a multiple of heads ${heads}`, 'The residual stream is split evenly among the heads.');
        }
        else if ((hidden / heads) % 2 !== 0) {
            report(`a head of width ${hidden / heads} has no rotary positions`, 'Rotary positions turn pairs of numbers: hidden / heads must be even.');
        }
        else if (heads % kvHeads !== 0) {
            report(`heads ${heads} is not a multiple of kv_heads ${kvHeads}`, 'Each key and value head serves the same number of query heads.');
        }
    },
};
