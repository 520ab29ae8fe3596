import { defineTask, randomLetters, range } from "../../../runtime/tasks/index.js";
const MARKS = ['.', '!', '?'];
const ORDER = ['times', 'upper', 'bullets', 'end', 'quote', 'title'];
/**
 * Writes a word in the form that short instructions ask for: a first exercise in following them, checkable like the
 * kinds of IFEval that it is taken from. Scored by the share of the instructions that the answer follows.
 *
 *     write kdb: 2 times, upper, quote   ->   kdb kdb KDB KDB<answer>"KDB KDB"</answer>
 */
export const shapeWord = defineTask({
    name: 'shape_word',
    settings: {
        letters: range({ within: [1, 12], default: [2, 4] }),
        steps: range({ within: [1, 5], default: [1, 3] }),
    },
    pose({ letters, steps }, random) {
        const word = randomLetters(random.int(letters.from, letters.to), random);
        const number = random.int(steps.from, steps.to);
        // A word cannot both be quoted and be a title, nor a list and a title.
        const pool = random.pick([
            ['times', 'upper', 'bullets', 'end', 'quote'],
            ['times', 'upper', 'end', 'title'],
        ]);
        const chosen = random.shuffle(pool).slice(0, number);
        return { word, steps: ORDER.filter((name) => chosen.includes(name)).map((name) => draw(name, random)) };
    },
    prompt: ({ word, steps }) => `write ${word}: ${steps.map(say).join(', ')}`,
    work({ word, steps }) {
        const texts = steps.reduce((done, step) => [...done, perform(step, done.at(-1))], [word]);
        return { steps: texts.slice(1, -1).join(' '), answer: texts.at(-1) };
    },
    /** Leaves one instruction out, or does one more. */
    slip({ word, steps }, random) {
        const left = steps.filter((_, i) => i !== random.int(0, steps.length - 1));
        const changed = left.length > 0 && left.length < steps.length ? left : [...steps, { do: 'end', mark: ';' }];
        const texts = changed.reduce((done, step) => [...done, perform(step, done.at(-1))], [word]);
        return { steps: texts.slice(1, -1).join(' '), answer: texts.at(-1) };
    },
    accepts: (given, expected) => given === expected,
    credit(given, _, { word, steps }) {
        const kept = steps.filter((step) => follows(step, given, word)).length;
        // All of them one by one is not yet the whole: the last part is for nothing else being there.
        return given.toLowerCase().includes(word) ? kept / (steps.length + 1) : 0;
    },
});
function draw(name, random) {
    if (name === 'times')
        return { do: name, times: random.int(2, 3) };
    if (name === 'end')
        return { do: name, mark: random.pick(MARKS) };
    return { do: name };
}
function say(step) {
    if (step.do === 'times')
        return `${step.times} times`;
    return step.do === 'end' ? `end ${step.mark}` : step.do;
}
function perform(step, text) {
    switch (step.do) {
        case 'times':
            return Array(step.times).fill(text).join(' ');
        case 'upper':
            return text.toUpperCase();
        case 'bullets':
            return text
                .split(' ')
                .map((word) => `* ${word}`)
                .join(' ');
        case 'end':
            return text + step.mark;
        case 'quote':
            return `"${text}"`;
        case 'title':
            return `[[${text}]]`;
    }
}
function follows(step, given, word) {
    switch (step.do) {
        case 'times':
            return given.toLowerCase().split(word).length - 1 === step.times;
        case 'upper':
            return given === given.toUpperCase();
        case 'bullets':
            return given.includes('* ');
        case 'end':
            return new RegExp(`\\${step.mark}["\\]]*$`).test(given);
        case 'quote':
            return given.length > 1 && given.startsWith('"') && given.endsWith('"');
        case 'title':
            return given.startsWith('[[') && given.endsWith(']]');
    }
}
