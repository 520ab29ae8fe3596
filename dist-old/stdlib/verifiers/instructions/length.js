import { inRelation, many, wordsOf } from "./kind.js";
import { WORDS } from "./material.js";
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
/** Sentences that hold at least one letter or digit. */
function countSentences(text) {
    let found = 0;
    for (const { segment } of sentences.segment(text))
        if (/[\p{L}\p{N}]/u.test(segment))
            found++;
    return found;
}
export const numberSentences = {
    id: 'length_constraints:number_sentences',
    pose: (random) => ({ num_sentences: random.int(2, 8), relation: random.pick(['at least', 'less than']) }),
    describe: ({ num_sentences: limit, relation }) => `The response must have ${relation} ${many(limit, 'sentence')}.`,
    follows: (response, { num_sentences: limit, relation }) => inRelation(countSentences(response), relation, limit),
    apply(draft, { num_sentences: limit, relation }) {
        if (relation === 'at least')
            draft.leastSentences = Math.max(draft.leastSentences, limit);
        else {
            draft.mostSentences = limit - 1;
            draft.leastSentences = Math.min(draft.leastSentences, 1);
        }
    },
};
export const numberParagraphs = {
    id: 'length_constraints:number_paragraphs',
    pose: (random) => ({ num_paragraphs: random.int(2, 5) }),
    describe: ({ num_paragraphs: wanted }) => `Write ${many(wanted, 'paragraph')}, with a line of three asterisks (***) between one and the next.`,
    follows(response, { num_paragraphs: wanted }) {
        const parts = response.split(/\s?\*\*\*\s?/).map((part) => part.trim());
        // An empty piece before the first or after the last separator is no paragraph; one between two is a fault.
        if (parts[0] === '')
            parts.shift();
        if (parts.at(-1) === '')
            parts.pop();
        return parts.length === wanted && parts.every((part) => part !== '');
    },
    apply(draft, { num_paragraphs: wanted }) {
        draft.paragraphs = { count: wanted, between: '\n***\n', start: null };
    },
};
export const numberWords = {
    id: 'length_constraints:number_words',
    pose(random) {
        const relation = random.pick(['at least', 'less than']);
        return { num_words: relation === 'at least' ? 10 * random.int(2, 12) : 10 * random.int(4, 20), relation };
    },
    describe: ({ num_words: limit, relation }) => `The response must have ${relation} ${many(limit, 'word')}.`,
    follows: (response, { num_words: limit, relation }) => inRelation(wordsOf(response).length, relation, limit),
    apply(draft, { num_words: limit, relation }) {
        if (relation === 'at least')
            draft.leastWords = Math.max(draft.leastWords, limit + 1);
        else
            draft.mostWords = limit;
    },
};
export const nthParagraph = {
    id: 'length_constraints:nth_paragraph_first_word',
    pose(random) {
        const wanted = random.int(2, 5);
        return { num_paragraphs: wanted, nth_paragraph: random.int(1, wanted), first_word: random.pick(WORDS) };
    },
    describe: ({ num_paragraphs: wanted, nth_paragraph: nth, first_word: word }) => `Write ${many(wanted, 'paragraph')}, with an empty line between one and the next. Paragraph ${nth} must begin with the word ${word}.`,
    follows(response, { num_paragraphs: wanted, nth_paragraph: nth, first_word: word }) {
        const pieces = response.split('\n\n');
        const paragraphs = pieces.filter((piece) => piece.trim() !== '').length;
        const piece = pieces[nth - 1]?.trim() ?? '';
        if (paragraphs !== wanted || piece === '')
            return false;
        const first = /^["']*([^\s.,?!"']*)/.exec(piece)?.[1] ?? '';
        return first.toLowerCase() === word.toLowerCase();
    },
    apply(draft, { num_paragraphs: wanted, nth_paragraph: nth, first_word: word }) {
        draft.paragraphs = { count: wanted, between: '\n\n', start: { paragraph: nth, word } };
    },
};
