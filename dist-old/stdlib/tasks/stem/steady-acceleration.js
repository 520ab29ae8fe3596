import { defineTask, range, sameInteger } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
/**
 * Finds the speed, or the way gone, of what speeds up steadily: v=u+a*t and s=u*t+a*t*t/2.
 *
 *     u=3m/s,a=2m/s2,t=4s;s in m=?   ->   3*4=12 2*4*4/2=16 12+16=28<answer>28</answer>
 */
export const steadyAcceleration = defineTask({
    name: 'steady_acceleration',
    settings: {
        speed: range({ within: [0, 999], default: [0, 9] }),
        time: range({ within: [1, 99], default: [2, 9] }),
    },
    pose({ speed, time }, random) {
        return {
            start: random.int(speed.from, speed.to),
            acceleration: 2 * random.int(1, 10),
            time: random.int(time.from, time.to),
            ask: random.pick(['v', 's']),
        };
    },
    prompt({ start, acceleration, time, ask }) {
        return `u=${start}m/s,a=${acceleration}m/s2,t=${time}s;${ask === 'v' ? 'v in m/s' : 's in m'}=?`;
    },
    work(parts) {
        return move(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(move, parts, random);
    },
    accepts: (given, expected) => sameInteger(given.replace(/ ?m(\/s)?$/, ''), expected),
});
function move({ start, acceleration, time, ask }, hand) {
    if (ask === 'v') {
        const gained = hand(acceleration * time);
        const speed = hand(start + gained);
        return { steps: `${acceleration}*${time}=${gained} ${start}+${gained}=${speed}`, answer: `${speed}` };
    }
    const even = hand(start * time);
    const gained = hand((acceleration * time * time) / 2);
    const way = hand(even + gained);
    return {
        steps: `${start}*${time}=${even} ${acceleration}*${time}*${time}/2=${gained} ${even}+${gained}=${way}`,
        answer: `${way}`,
    };
}
