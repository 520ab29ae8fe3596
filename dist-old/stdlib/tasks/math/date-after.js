import { defineTask, range } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
/**
 * Finds the date some days after another (Gregorian calendar), month by month: the first of each month reached, and the days left.
 *
 *     date 2026-11-25 +40 days=?   ->   2026-12-01 34 2027-01-01 3<answer>2027-01-04</answer>
 */
export const dateAfter = defineTask({
    name: 'date_after',
    settings: {
        year: range({ within: [1600, 2999], default: [2000, 2030] }),
        days: range({ within: [1, 999], default: [1, 60] }),
    },
    pose({ year: years, days }, random) {
        const year = random.int(years.from, years.to);
        const month = random.int(1, 12);
        return { year, month, day: random.int(1, daysIn(year, month)), days: random.int(days.from, days.to) };
    },
    prompt({ year, month, day, days }) {
        return `date ${write(year, month, day)} +${days} days=?`;
    },
    work(parts) {
        return walk(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(walk, parts, random);
    },
    /** The zeros before a month or day may be left out. */
    accepts(given, expected) {
        const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(given);
        return parts !== null && write(Number(parts[1]), Number(parts[2]), Number(parts[3])) === expected;
    },
});
function walk(start, hand) {
    let { year, month, day, days } = start;
    const steps = [];
    while (day + days > daysIn(year, month)) {
        days = hand(days - (daysIn(year, month) - day + 1));
        day = 1;
        month += 1;
        if (month > 12)
            [year, month] = [year + 1, 1];
        steps.push(`${write(year, month, day)} ${days}`);
    }
    // A slip in the days may lead out of the month: it is then written as someone who does not look would.
    const last = steps.length === 0 ? `${day}+${days}` : '';
    return { steps: steps.join(' ') + last, answer: write(year, month, hand(day + days)) };
}
function daysIn(year, month) {
    if (month === 2)
        return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
    return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
function write(year, month, day) {
    return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
