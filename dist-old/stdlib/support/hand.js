import { slipNumber } from "../../runtime/tasks/index.js";
/** The hand that makes no slips. */
export const steady = (value) => value;
/**
 * The work with exactly one of its numbers slipped and carried through. A slip whose answer comes out right
 * all the same is passed over for another number; the last number that goes through the hand must show in the answer.
 */
export function slipOnce(work, parts, random) {
    let count = 0;
    const right = work(parts, (value) => {
        count += 1;
        return value;
    });
    const places = random.shuffle(Array.from({ length: count }, (_, i) => i));
    for (const place of [...places, count - 1]) {
        let next = 0;
        const slipped = work(parts, (value) => (next++ === place ? slipSigned(value, random) : value));
        if (slipped.answer !== right.answer)
            return slipped;
    }
    throw new Error(`No slip changes the answer ${right.answer}.`);
}
/** Another whole number of the same sign, or of none, as someone in haste would write it. */
export function slipSigned(value, random) {
    return value < 0 ? 0 - slipNumber(0 - value, random) : slipNumber(value, random);
}
