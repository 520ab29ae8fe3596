import { defineTask, range, sameInteger, slipNumber } from "../../../runtime/tasks/index.js";
/**
 * Follows a loop to the value it ends with.
 *
 *     s=1;for(i=0;i<3;i++)s=s*2+1   ->   3 7 15<answer>15</answer>
 */
export const traceLoop = defineTask({
    name: 'trace_loop',
    settings: {
        times: range({ within: [1, 12], default: [2, 3] }),
        factor: range({ within: [1, 9], default: [1, 3] }),
    },
    accepts: sameInteger,
    pose({ times, factor }, random) {
        return {
            start: random.int(1, 9),
            times: random.int(times.from, times.to),
            factor: random.int(factor.from, factor.to),
            plus: random.int(1, 9),
        };
    },
    prompt({ start, times, factor, plus }) {
        return `s=${start};for(i=0;i<${times};i++)s=s*${factor}+${plus}`;
    },
    work: (loop) => run(loop, (_turn, value) => value),
    /** One turn goes wrong, and later ones start from it: growing by a factor of at least 1, they stay wrong. */
    slip(loop, random) {
        const at = random.int(0, loop.times - 1);
        return run(loop, (turn, value) => (turn === at ? slipNumber(value, random) : value));
    },
});
function run({ start, times, factor, plus }, valueOf) {
    const values = [];
    for (let turn = 0; turn < times; turn++) {
        values.push(valueOf(turn, (values.at(-1) ?? start) * factor + plus));
    }
    return { steps: values.join(' '), answer: String(values.at(-1)) };
}
