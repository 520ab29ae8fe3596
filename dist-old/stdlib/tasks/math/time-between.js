import { defineTask, range, sameInteger } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
/**
 * Counts the minutes between two times of a day: the hours as minutes, then the minutes.
 *
 *     minutes 9:40-13:05=?   ->   13-9=4 4*60=240 240-40+5=205<answer>205</answer>
 */
export const timeBetween = defineTask({
    name: 'time_between',
    settings: {
        minutes: range({ within: [1, 1439], default: [5, 240] }),
    },
    pose({ minutes }, random) {
        const length = random.int(minutes.from, minutes.to);
        const start = random.int(0, 1439 - length);
        return { start, end: start + length };
    },
    prompt({ start, end }) {
        return `minutes ${write(start)}-${write(end)}=?`;
    },
    work(parts) {
        return subtract(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(subtract, parts, random);
    },
    accepts: sameInteger,
});
function subtract({ start, end }, hand) {
    const [startHour, startMinute, endHour, endMinute] = [
        Math.floor(start / 60),
        start % 60,
        Math.floor(end / 60),
        end % 60,
    ];
    const hours = hand(endHour - startHour);
    const whole = hand(hours * 60);
    const total = hand(whole - startMinute + endMinute);
    return {
        steps: `${endHour}-${startHour}=${hours} ${hours}*60=${whole} ${whole}-${startMinute}+${endMinute}=${total}`,
        answer: `${total}`,
    };
}
function write(time) {
    return `${Math.floor(time / 60)}:${String(time % 60).padStart(2, '0')}`;
}
