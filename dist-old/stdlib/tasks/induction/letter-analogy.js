import { defineTask, range, differentLetters, sameText, slipText } from "../../../runtime/tasks/index.js";
const next = (letter, by) => String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 + by + 26) % 26));
/** What may be done to a word. On words of different letters each does something else. */
const RULES = {
    reverse: (word) => [...word].reverse().join(''),
    double: (word) => word + word,
    'drop first': (word) => word.slice(1),
    'drop last': (word) => word.slice(0, -1),
    'first to end': (word) => word.slice(1) + word.charAt(0),
    'last to front': (word) => word.slice(-1) + word.slice(0, -1),
    'next letters': (word) => Array.from(word, (letter) => next(letter, 1)).join(''),
    'letters before': (word) => Array.from(word, (letter) => next(letter, -1)).join(''),
    sort: (word) => [...word].sort().join(''),
    'double last': (word) => word + word.slice(-1),
    'double first': (word) => word.charAt(0) + word,
    'swap ends': (word) => word.slice(-1) + word.slice(1, -1) + word.charAt(0),
};
/**
 * Does to a word what was done to others. The step names what it was.
 *
 *     kdbw>wbdk xqey>yeqx mzrc>?   ->   reverse<answer>crzm</answer>
 */
export const letterAnalogy = defineTask({
    name: 'letter_analogy',
    settings: {
        letters: range({ within: [4, 16], default: [4, 5] }),
        examples: range({ within: [1, 4], default: [2, 2] }),
    },
    /** Words are drawn until the examples fit one rule only. */
    pose({ letters, examples }, random) {
        for (;;) {
            const rule = random.pick(Object.keys(RULES));
            const count = random.int(examples.from, examples.to) + 1;
            const words = Array.from({ length: count }, () => differentLetters(random.int(letters.from, letters.to), random));
            const fitting = Object.keys(RULES).filter((other) => words.slice(0, -1).every((word) => apply(other, word) === apply(rule, word)));
            if (fitting.length === 1)
                return { rule, words };
        }
    },
    prompt({ rule, words }) {
        const shown = words.slice(0, -1).map((word) => `${word}>${apply(rule, word)}`);
        return `${shown.join(' ')} ${words.at(-1)}>?`;
    },
    work({ rule, words }) {
        return { steps: rule, answer: apply(rule, words.at(-1) ?? '') };
    },
    /** Another rule is applied, or two letters are changed over. */
    slip({ rule, words }, random) {
        const word = words.at(-1) ?? '';
        const right = apply(rule, word);
        const other = random.pick(Object.keys(RULES));
        const wrong = apply(other, word);
        return wrong === right
            ? { steps: rule, answer: slipText(right, random) }
            : { steps: other, answer: wrong };
    },
    accepts: sameText,
});
function apply(rule, word) {
    return RULES[rule]?.(word) ?? '';
}
