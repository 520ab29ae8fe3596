import { defineTask, differentLetters, range, sameText } from "../../../runtime/tasks/index.js";
/**
 * Puts different letters in the order of the alphabet by insertion: one more letter at each step.
 *
 *     sort: kdbx   ->   k dk bdk bdkx<answer>bdkx</answer>
 */
export const sortLetters = defineTask({
    name: 'sort_letters',
    settings: {
        letters: range({ within: [2, 16], default: [3, 5] }),
    },
    accepts: sameText,
    pose({ letters }, random) {
        return { letters: differentLetters(random.int(letters.from, letters.to), random) };
    },
    prompt({ letters }) {
        return `sort: ${letters}`;
    },
    work({ letters }) {
        return insertAll(letters, (_step, place) => place);
    },
    /** One letter goes in one place too early or too late; later letters keep that order, so it stays wrong. */
    slip({ letters }, random) {
        const slipAt = random.int(1, letters.length - 1);
        return insertAll(letters, (step, place) => {
            if (step !== slipAt)
                return place;
            if (place === 0)
                return 1;
            return place === step || random.next() < 0.5 ? place - 1 : place + 1;
        });
    },
});
/** `placeOf` may move the place, counted from 0, at which a step inserts its letter. */
function insertAll(letters, placeOf) {
    const steps = [];
    let sorted = '';
    for (const [step, letter] of [...letters].entries()) {
        const firstLater = [...sorted].findIndex((other) => other > letter);
        const place = placeOf(step, firstLater < 0 ? sorted.length : firstLater);
        sorted = sorted.slice(0, place) + letter + sorted.slice(place);
        steps.push(sorted);
    }
    return { steps: steps.join(' '), answer: sorted };
}
