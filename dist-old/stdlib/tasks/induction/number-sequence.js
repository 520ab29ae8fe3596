import { defineTask, range, sameInteger, slipNumber } from "../../../runtime/tasks/index.js";
/**
 * Continues a sequence by its differences (order 1: constant; order 2: their differences are constant; and so on),
 * writing each row of differences, then the sums that lead back up.
 *
 *     next: 3,7,11,?      ->   4 4/11+4=15<answer>15</answer>
 *     next: 1,4,9,16,?    ->   3 5 7/2 2/7+2=9/16+9=25<answer>25</answer>
 */
export const numberSequence = defineTask({
    name: 'number_sequence',
    settings: {
        order: range({ within: [1, 4], default: [1, 1] }),
        start: range({ within: [0, 999], default: [0, 20] }),
        step: range({ within: [1, 99], default: [1, 9] }),
    },
    accepts: sameInteger,
    pose({ order: orders, start, step }, random) {
        const order = random.int(orders.from, orders.to);
        // The first of the terms, of their differences, of the differences of these ...
        const firsts = [random.int(start.from, start.to)];
        while (firsts.length <= order)
            firsts.push(random.int(step.from, step.to));
        const terms = [];
        // Two equal differences at least are shown at the end, so that the rule can be seen.
        for (let shown = order + 2; shown > 0; shown--) {
            terms.push(firsts[0] ?? 0);
            for (let row = 0; row < order; row++)
                firsts[row] = (firsts[row] ?? 0) + (firsts[row + 1] ?? 0);
        }
        return { terms, order };
    },
    prompt({ terms }) {
        return `next: ${terms.join(',')},?`;
    },
    work(sequence) {
        return continued(sequence, (_step, sum) => sum);
    },
    /** One of the sums at the end is wrong. */
    slip(sequence, random) {
        const slipAt = random.int(0, sequence.order - 1);
        return continued(sequence, (step, sum) => (step === slipAt ? slipNumber(sum, random) : sum));
    },
});
function continued({ terms, order }, heed) {
    const rows = [terms];
    for (let i = 0; i < order; i++)
        rows.push(differences(rows[i] ?? []));
    const steps = rows.slice(1).map((row) => row.join(' '));
    let next = rows[order]?.at(-1) ?? 0;
    for (let step = 0; step < order; step++) {
        const last = rows[order - 1 - step]?.at(-1) ?? 0;
        const sum = heed(step, last + next);
        steps.push(`${last}+${next}=${sum}`);
        next = sum;
    }
    return { steps: steps.join('/'), answer: `${next}` };
}
function differences(row) {
    return row.slice(1).map((value, i) => value - (row[i] ?? 0));
}
