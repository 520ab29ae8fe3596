import { defineTask, randomLetters, range, sameText, slipText } from "../../../runtime/tasks/index.js";
/**
 * Spells a word from its end, letter by letter, and joins the letters.
 *
 *     reverse: kdbx   ->   x b d k<answer>xbdk</answer>
 */
export const spellBackward = defineTask({
    name: 'spell_backward',
    settings: {
        letters: range({ within: [2, 24], default: [3, 6] }),
    },
    accepts: sameText,
    pose({ letters }, random) {
        return { word: randomLetters(random.int(letters.from, letters.to), random) };
    },
    prompt({ word }) {
        return `reverse: ${word}`;
    },
    work({ word }) {
        return spell(backward(word));
    },
    slip({ word }, random) {
        return spell(slipText(backward(word), random));
    },
});
function backward(word) {
    return [...word].reverse().join('');
}
function spell(word) {
    return { steps: [...word].join(' '), answer: word };
}
