import { defineTask, range, sameInteger } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
/**
 * Finds what is left of a substance that decays: how many half-lives pass, then that many halvings.
 *
 *     half life 3d,80g; g left after 12d=?   ->   12/3=4 40 20 10 5<answer>5</answer>
 */
export const halfLife = defineTask({
    name: 'half_life',
    settings: {
        halvings: range({ within: [1, 12], default: [1, 4] }),
        rest: range({ within: [1, 999], default: [1, 12] }),
        days: range({ within: [2, 999], default: [2, 9] }),
    },
    pose({ halvings, rest, days }, random) {
        return {
            rest: random.int(rest.from, rest.to),
            halvings: random.int(halvings.from, halvings.to),
            halfLife: random.int(days.from, days.to),
        };
    },
    prompt({ rest, halvings, halfLife }) {
        return `half life ${halfLife}d,${rest * 2 ** halvings}g; g left after ${halfLife * halvings}d=?`;
    },
    work(parts) {
        return halve(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(halve, parts, random);
    },
    accepts: (given, expected) => sameInteger(given.replace(/ ?g$/, ''), expected),
});
function halve({ rest, halvings, halfLife }, hand) {
    const steps = [`${halfLife * halvings}/${halfLife}=${halvings}`];
    let left = rest * 2 ** halvings;
    for (let time = 0; time < halvings; time++) {
        left = hand(Math.floor(left / 2));
        steps.push(`${left}`);
    }
    return { steps: steps.join(' '), answer: `${left}` };
}
