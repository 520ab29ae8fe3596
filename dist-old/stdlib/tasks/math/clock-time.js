import { defineTask, otherThan, range, sameText, slipNumber, } from "../../../runtime/tasks/index.js";
const RIGHT = { total: (x) => x, minute: (x) => x, hour: (x) => x };
/**
 * Tells the time some minutes later on a 24-hour clock: the minutes are added and made hours and minutes,
 * then the hours are added. The hour is written without a leading zero, the minutes with two digits.
 *
 *     time 9:40+75m=?   ->   40+75=115=1:55 9+1=10<answer>10:55</answer>
 */
export const clockTime = defineTask({
    name: 'clock_time',
    settings: {
        minutes: range({ within: [1, 9999], default: [5, 59] }),
    },
    accepts: (given, expected) => sameText(given.replace(/^0(?=[0-9]:)/, ''), expected),
    pose({ minutes }, random) {
        return {
            hour: random.int(0, 23),
            minute: random.int(0, 59),
            minutes: random.int(minutes.from, minutes.to),
        };
    },
    prompt({ hour, minute, minutes }) {
        return `time ${clock(hour, minute)}+${minutes}m=?`;
    },
    work(wait) {
        return add(wait, RIGHT);
    },
    slip(wait, random) {
        return add(wait, random.pick(slips(random)));
    },
});
function slips(random) {
    return [
        { ...RIGHT, total: (total) => slipNumber(total, random) },
        { ...RIGHT, minute: (minute) => otherThan(minute, near(minute, 0, 59), random) },
        { ...RIGHT, hour: (hour) => otherThan(hour, near(hour, 0, 23), random) },
    ];
}
/** The values up to two away, inside the bounds. */
function near(value, lowest, highest) {
    return { from: Math.max(value - 2, lowest), to: Math.min(value + 2, highest) };
}
function add({ hour, minute, minutes }, heed) {
    const total = heed.total(minute + minutes);
    const passed = Math.floor(total / 60);
    const newMinute = heed.minute(total % 60);
    const newHour = heed.hour((hour + passed) % 24);
    const steps = `${minute}+${minutes}=${total}=${clock(passed, newMinute)} ${hour}+${passed}=${newHour}`;
    return { steps, answer: clock(newHour, newMinute) };
}
function clock(hour, minute) {
    return `${hour}:${`${minute}`.padStart(2, '0')}`;
}
