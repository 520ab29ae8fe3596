import { defineTask, range } from "../../../runtime/tasks/index.js";
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const KINDS = ['length', 'start', 'end', 'without', 'different', 'upper'];
/**
 * Writes words, real or not, that keep to rules. Any words that do are right. Scored by the share of the rules that
 * are kept, the number of words being one.
 *
 *     3 words: length 4, start k, no e, different   ->   <answer>kaaa kbaa kcaa</answer>
 */
export const constrainedWords = defineTask({
    name: 'constrained_words',
    settings: {
        words: range({ within: [1, 9], default: [1, 3] }),
        rules: range({ within: [1, 6], default: [1, 3] }),
    },
    pose({ words, rules }, random) {
        const count = random.int(words.from, words.to);
        const chosen = random.shuffle(KINDS).slice(0, random.int(rules.from, rules.to));
        const taken = [];
        const letter = () => {
            const found = random.pick([...LETTERS].filter((one) => !taken.includes(one)));
            taken.push(found);
            return found;
        };
        return {
            count,
            rules: KINDS.filter((kind) => chosen.includes(kind)).map((kind) => draw(kind, letter, random)),
        };
    },
    prompt: ({ count, rules }) => `${count} ${count === 1 ? 'word' : 'words'}: ${rules.map(say).join(', ')}`,
    work: (request) => ({ steps: '', answer: write(request) }),
    /** A word too many, or a rule that is not kept. */
    slip(request, random) {
        const right = write(request);
        const words = right.split(' ');
        return {
            steps: '',
            answer: random.pick([
                `${right} ${words[0]}`,
                words.length > 1 ? words.slice(1).join(' ') : `${right} q`,
            ]),
        };
    },
    accepts: (given, _, request) => kept(given, request) === request.rules.length + 1,
    credit: (given, _, request) => kept(given, request) / (request.rules.length + 1),
});
function draw(kind, letter, random) {
    switch (kind) {
        case 'length':
            return { rule: kind, letters: random.int(4, 8) };
        case 'start':
        case 'end':
        case 'without':
            return { rule: kind, letter: letter() };
        case 'different':
        case 'upper':
            return { rule: kind };
    }
}
function say(rule) {
    switch (rule.rule) {
        case 'length':
            return `length ${rule.letters}`;
        case 'start':
            return `start ${rule.letter}`;
        case 'end':
            return `end ${rule.letter}`;
        case 'without':
            return `no ${rule.letter}`;
        case 'different':
            return 'different';
        case 'upper':
            return 'upper';
    }
}
/** Words of letters that no rule names, between the start and the end that are asked for; the second letter tells them apart. */
function write({ count, rules }) {
    const of = (kind) => rules.find((one) => one.rule === kind);
    const named = rules.flatMap((one) => ('letter' in one ? [one.letter] : []));
    const free = [...LETTERS].filter((letter) => !named.includes(letter));
    const filler = free[0].repeat((of('length')?.letters ?? 4) - 3);
    const start = of('start')?.letter ?? free[0];
    const end = of('end')?.letter ?? free[0];
    const words = Array.from({ length: count }, (_, i) => {
        const second = free[of('different') === undefined ? 0 : i];
        return start + second + filler + end;
    });
    const text = words.join(' ');
    return of('upper') === undefined ? text : text.toUpperCase();
}
/** How many of the rules an answer keeps to, its number of words counted in. */
function kept(given, { count, rules }) {
    const words = given.split(/[\s,]+/).filter((word) => word !== '');
    if (words.length === 0)
        return 0;
    return Number(words.length === count) + rules.filter((rule) => keeps(rule, words)).length;
}
function keeps(rule, words) {
    switch (rule.rule) {
        case 'length':
            return words.every((word) => [...word].length === rule.letters && /^[a-z]+$/i.test(word));
        case 'start':
            return words.every((word) => word.toLowerCase().startsWith(rule.letter));
        case 'end':
            return words.every((word) => word.toLowerCase().endsWith(rule.letter));
        case 'without':
            return words.every((word) => !word.toLowerCase().includes(rule.letter));
        case 'different':
            return new Set(words.map((word) => word.toLowerCase())).size === words.length;
        case 'upper':
            return words.every((word) => /^[A-Z]+$/.test(word));
    }
}
