import { defineTask, randomLetters, range } from "../../../runtime/tasks/index.js";
const KINDS = ['reverse', 'sort', 'drop', 'double', 'upper', 'add', 'first'];
/**
 * Follows instructions on a list one after another; each acts on what the one before left. A word is found however it
 * is written. A list of the right length earns up to
 * half, by the share of places that are right.
 *
 *     list kd tx ab: drop tx, reverse   ->   kd ab,ab kd<answer>ab kd</answer>
 */
export const editList = defineTask({
    name: 'edit_list',
    settings: {
        words: range({ within: [2, 12], default: [3, 4] }),
        letters: range({ within: [2, 8], default: [2, 3] }),
        edits: range({ within: [1, 8], default: [1, 3] }),
    },
    pose({ words, letters, edits }, random) {
        const draw = () => randomLetters(random.int(letters.from, letters.to), random);
        const list = distinct(random.int(words.from, words.to), draw);
        let left = list;
        const chosen = [];
        for (let i = random.int(edits.from, edits.to); i > 0; i--) {
            const edit = drawEdit(left, draw, random);
            chosen.push(edit);
            left = perform(edit, left);
        }
        return { words: list, edits: chosen };
    },
    prompt: ({ words, edits }) => `list ${words.join(' ')}: ${edits.map(say).join(', ')}`,
    work: ({ words, edits }) => follow(words, edits),
    /** Leaves one instruction out, or follows one more. */
    slip({ words, edits }, random) {
        const right = follow(words, edits).answer;
        const at = random.int(0, edits.length - 1);
        const without = follow(words, edits.filter((_, i) => i !== at));
        if (edits.length > 1 && without.answer !== right)
            return without;
        return follow(words, [...edits, { do: 'add', word: 'z' }]);
    },
    accepts: (given, expected) => spaced(given).join(' ') === expected,
    credit(given, expected) {
        const [a, b] = [spaced(given), expected.split(' ')];
        if (a.length !== b.length)
            return 0;
        // At most half: the rest is for all of it.
        return a.filter((word, i) => word === b[i]).length / b.length / 2;
    },
});
function distinct(count, draw) {
    const words = new Set();
    while (words.size < count)
        words.add(draw());
    return [...words];
}
function spaced(text) {
    return text.split(/[\s,]+/).filter((word) => word !== '');
}
function drawEdit(words, draw, random) {
    const different = new Set(words.map((word) => word.toLowerCase())).size;
    // Something is always left.
    const kind = random.pick(different > 1 ? KINDS : KINDS.filter((one) => one !== 'drop'));
    if (kind === 'reverse' || kind === 'sort')
        return { do: kind };
    return { do: kind, word: kind === 'add' ? draw() : random.pick(words).toLowerCase() };
}
function say(edit) {
    return 'word' in edit ? `${edit.do} ${edit.word}` : edit.do;
}
function follow(words, edits) {
    const lists = [words];
    for (const edit of edits)
        lists.push(perform(edit, lists.at(-1)));
    const steps = lists.slice(1).map((list) => list.join(' '));
    return { steps: steps.join(','), answer: steps.at(-1) ?? words.join(' ') };
}
function perform(edit, words) {
    const named = (word) => 'word' in edit && word.toLowerCase() === edit.word;
    switch (edit.do) {
        case 'reverse':
            return [...words].reverse();
        case 'sort':
            return [...words].sort((a, b) => order(a.toLowerCase(), b.toLowerCase()));
        case 'drop':
            return words.filter((word) => !named(word));
        case 'double':
            return words.flatMap((word) => (named(word) ? [word, word] : [word]));
        case 'upper':
            return words.map((word) => (named(word) ? word.toUpperCase() : word));
        case 'add':
            return [...words, edit.word];
        case 'first':
            return [...words.filter(named), ...words.filter((word) => !named(word))];
    }
}
function order(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
