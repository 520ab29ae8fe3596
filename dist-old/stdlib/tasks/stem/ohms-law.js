import { defineTask, range, sameInteger } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
/**
 * Finds voltage, current or power of a circuit of resistors in series: U=R*I and P=U*I.
 *
 *     R=2,3ohm series,I=4A;U in V=?   ->   2+3=5 5*4=20<answer>20</answer>
 */
export const ohmsLaw = defineTask({
    name: 'ohms_law',
    settings: {
        resistors: range({ within: [1, 6], default: [1, 2] }),
        value: range({ within: [1, 999], default: [1, 12] }),
    },
    pose({ resistors, value }, random) {
        const draw = () => random.int(value.from, value.to);
        return {
            resistors: Array.from({ length: random.int(resistors.from, resistors.to) }, draw),
            current: draw(),
            ask: random.pick(['U', 'I', 'P']),
        };
    },
    prompt({ resistors, current, ask }) {
        const total = resistors.reduce((sum, one) => sum + one, 0);
        const circuit = `R=${resistors.join(',')}ohm${resistors.length > 1 ? ' series' : ''}`;
        if (ask === 'I')
            return `${circuit},U=${total * current}V;I in A=?`;
        return `${circuit},I=${current}A;${ask === 'U' ? 'U in V' : 'P in W'}=?`;
    },
    work(parts) {
        return solve(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(solve, parts, random);
    },
    accepts: (given, expected) => sameInteger(given.replace(/ ?[AVW]$/, ''), expected),
});
function solve({ resistors, current, ask }, hand) {
    const right = resistors.reduce((sum, one) => sum + one, 0);
    const total = resistors.length === 1 ? right : hand(right);
    const steps = resistors.length === 1 ? [] : [`${resistors.join('+')}=${total}`];
    if (ask === 'I') {
        const voltage = right * current;
        const result = hand(Math.floor(voltage / Math.max(1, total)));
        return { steps: [...steps, `${voltage}/${total}=${result}`].join(' '), answer: `${result}` };
    }
    const voltage = hand(total * current);
    steps.push(`${total}*${current}=${voltage}`);
    if (ask === 'U')
        return { steps: steps.join(' '), answer: `${voltage}` };
    const power = hand(voltage * current);
    return { steps: [...steps, `${voltage}*${current}=${power}`].join(' '), answer: `${power}` };
}
