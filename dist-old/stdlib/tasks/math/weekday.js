import { defineTask, flag, range } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
const NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const LONG_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
/**
 * Finds the day of the week some days later or earlier: whole weeks fall away, then days are counted on.
 *
 *     Mon +45 days=?   ->   45-42=3 Thu<answer>Thu</answer>
 */
export const weekday = defineTask({
    name: 'weekday',
    settings: {
        days: range({ within: [1, 99999], default: [1, 60] }),
        back: flag({ default: false }),
    },
    pose({ days, back }, random) {
        const distance = random.int(days.from, days.to);
        return { day: random.int(0, 6), days: back && random.next() < 0.5 ? -distance : distance };
    },
    prompt({ day, days }) {
        return `${NAMES[day]} ${days < 0 ? '-' : '+'}${Math.abs(days)} days=?`;
    },
    work(parts) {
        return count(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(count, parts, random);
    },
    /** The day's name may be written out. */
    accepts(given, expected) {
        const name = given.toLowerCase();
        return name === expected.toLowerCase() || name === LONG_NAMES[NAMES.indexOf(expected)];
    },
});
function count({ day, days }, hand) {
    const distance = Math.abs(days);
    const rest = hand(distance % 7);
    const reached = (((day + Math.sign(days) * rest) % 7) + 7) % 7;
    return {
        steps: `${distance}-${distance - (distance % 7)}=${rest} ${NAMES[reached]}`,
        answer: NAMES[reached] ?? '',
    };
}
