import { defineTask, randomLetters, range, sameInteger, whole } from "../../../runtime/tasks/index.js";
/**
 * Counts how often a letter stands in a word, writing the count so far behind every letter.
 *
 *     count a: banca   ->   b0a1n1c1a2<answer>2</answer>
 */
export const countLetters = defineTask({
    name: 'count_letters',
    settings: {
        letters: range({ within: [2, 40], default: [4, 8] }),
        kinds: whole({ within: [2, 26], default: 4 }),
    },
    accepts: sameInteger,
    pose({ letters, kinds }, random) {
        return {
            letter: randomLetters(1, random, kinds),
            word: randomLetters(random.int(letters.from, letters.to), random, kinds),
        };
    },
    prompt({ letter, word }) {
        return `count ${letter}: ${word}`;
    },
    work(count) {
        return tally(count, undefined);
    },
    slip(count, random) {
        return tally(count, random.int(0, count.word.length - 1));
    },
});
/** Where `slipAt` is given, that letter is miscounted: one that should count does not, or the other way about. */
function tally({ letter, word }, slipAt) {
    let count = 0;
    let steps = '';
    for (const [i, one] of [...word].entries()) {
        if ((one === letter) !== (i === slipAt))
            count++;
        steps += `${one}${count}`;
    }
    return { steps, answer: `${count}` };
}
