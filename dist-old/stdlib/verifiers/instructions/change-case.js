import { inRelation, many, wordsOf } from "./kind.js";
import { isEnglish } from "./language.js";
export const capitalWords = {
    id: 'change_case:capital_word_frequency',
    pose: (random) => ({
        capital_frequency: random.int(1, 5),
        capital_relation: random.pick(['at least', 'less than']),
    }),
    describe: ({ capital_frequency: limit, capital_relation: relation }) => `Words in capital letters must stand in the response ${relation} ${many(limit, 'time')}.`,
    follows: (response, { capital_frequency: limit, capital_relation: relation }) => inRelation(wordsOf(response).filter(isUpper).length, relation, limit),
    apply(draft, { capital_frequency: limit, capital_relation: relation }) {
        if (relation === 'at least')
            draft.sentences.push(`It is ${Array(limit).fill('TRUE').join(' ')} here.`);
    },
};
export const englishCapital = {
    id: 'change_case:english_capital',
    pose: () => ({}),
    describe: () => 'Write in English and in capital letters only.',
    follows: (response) => isUpper(response) && isEnglish(response),
    apply(draft) {
        draft.letters = 'upper';
    },
};
export const englishLowercase = {
    id: 'change_case:english_lowercase',
    pose: () => ({}),
    describe: () => 'Write in English and in small letters only; no capital letter may stand in the response.',
    follows: (response) => isLower(response) && isEnglish(response),
    apply(draft) {
        draft.letters = 'lower';
    },
};
/** Has letters, and none of them small. */
function isUpper(text) {
    return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}
/** Has letters, and none of them capital. */
function isLower(text) {
    return /\p{Ll}/u.test(text) && !/[\p{Lu}\p{Lt}]/u.test(text);
}
