import { defineTask, range, sameInteger } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
/**
 * Continues a sequence in which two or more sequences of steady steps take turns; the steps show the one that is next.
 *
 *     2 rows take turns: 1,10,3,20,5,?   ->   10 20 +10<answer>30</answer>
 */
export const interleavedSequence = defineTask({
    name: 'interleaved_sequence',
    settings: {
        rows: range({ within: [2, 4], default: [2, 2] }),
        start: range({ within: [0, 999], default: [0, 20] }),
        step: range({ within: [1, 99], default: [1, 9] }),
    },
    pose({ rows, start, step }, random) {
        const count = random.int(rows.from, rows.to);
        return {
            rows: Array.from({ length: count }, () => [
                random.int(start.from, start.to),
                random.int(step.from, step.to),
            ]),
            // Two of each, at least, tell its step.
            shown: 2 * count + random.int(0, count - 1),
        };
    },
    prompt({ rows, shown }) {
        return `${rows.length} rows take turns: ${Array.from({ length: shown }, (_, i) => term(rows, i)).join(',')},?`;
    },
    work(parts) {
        return proceed(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(proceed, parts, random);
    },
    accepts: sameInteger,
});
function term(rows, index) {
    const [start, step] = rows[index % rows.length] ?? [0, 0];
    return start + step * Math.floor(index / rows.length);
}
function proceed({ rows, shown }, hand) {
    const [before, last] = [shown - 2 * rows.length, shown - rows.length].map((index) => term(rows, index));
    const step = hand((last ?? 0) - (before ?? 0));
    const next = hand((last ?? 0) + step);
    return { steps: `${before} ${last} +${step}`, answer: `${next}` };
}
