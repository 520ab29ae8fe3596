import { count, inRelation, literally, many } from "./kind.js";
import { LETTERS, WORDS } from "./material.js";
export const existence = {
    id: 'keywords:existence',
    pose: (random) => ({ keywords: random.shuffle(WORDS).slice(0, random.int(1, 3)) }),
    describe: ({ keywords }) => `Use each of these words: ${keywords.join('; ')}.`,
    follows: (response, { keywords }) => keywords.every((word) => new RegExp(literally(word), 'i').test(response)),
    apply(draft, { keywords }) {
        draft.sentences.push(`Here I think of ${keywords.join(' and ')}.`);
    },
};
export const frequency = {
    id: 'keywords:frequency',
    pose: (random) => ({
        keyword: random.pick(WORDS),
        frequency: random.int(1, 3),
        relation: random.pick(['at least', 'less than']),
    }),
    describe: ({ keyword, frequency: limit, relation }) => `The word ${keyword} must stand in the response ${relation} ${many(limit, 'time')}.`,
    follows: (response, { keyword, frequency: limit, relation }) => inRelation(count(response, new RegExp(literally(keyword), 'gi')), relation, limit),
    apply(draft, { keyword, frequency: limit, relation }) {
        if (relation === 'at least')
            draft.sentences.push(`We see ${Array(limit).fill(keyword).join(' and ')}.`);
        else if (limit === 1)
            draft.avoided.push(keyword);
    },
};
export const forbidden = {
    id: 'keywords:forbidden_words',
    pose: (random) => ({ forbidden_words: random.shuffle(WORDS).slice(0, random.int(1, 3)) }),
    describe: ({ forbidden_words: words }) => `Do not use any of these words: ${words.join('; ')}.`,
    follows: (response, { forbidden_words: words }) => words.every((word) => !new RegExp(`(?<![\\p{L}\\p{N}_])${literally(word)}(?![\\p{L}\\p{N}_])`, 'iu').test(response)),
    apply(draft, { forbidden_words: words }) {
        draft.avoided.push(...words);
    },
};
export const letterFrequency = {
    id: 'keywords:letter_frequency',
    pose: (random) => ({
        letter: random.pick(LETTERS),
        let_frequency: random.int(2, 8),
        let_relation: random.pick(['at least', 'less than']),
    }),
    describe: ({ letter, let_frequency: limit, let_relation: relation }) => `The letter ${letter} must stand in the response ${relation} ${many(limit, 'time')}.`,
    follows: (response, { letter, let_frequency: limit, let_relation: relation }) => inRelation(response.toLowerCase().split(letter.toLowerCase()).length - 1, relation, limit),
    apply(draft, { letter, let_frequency: limit, let_relation: relation }) {
        if (relation === 'at least')
            draft.sentences.push(`The letter ${Array(limit).fill(letter).join(' ')} is here.`);
        else {
            draft.rareLetters.push(letter);
            draft.leastSentences = Math.min(draft.leastSentences, 1);
        }
    },
};
