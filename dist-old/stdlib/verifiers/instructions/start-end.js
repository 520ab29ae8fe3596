const ENDINGS = [
    'Is there anything else?',
    'That is all for now.',
    'Ask me again tomorrow.',
    'Any other questions?',
];
export const endChecker = {
    id: 'startend:end_checker',
    pose: (random) => ({ end_phrase: random.pick(ENDINGS) }),
    describe: ({ end_phrase: phrase }) => `End the response with exactly this: ${phrase} Nothing may follow it.`,
    follows: (response, { end_phrase: phrase }) => response
        .trim()
        .replace(/^"+|"+$/g, '')
        .toLowerCase()
        .endsWith(phrase.trim().toLowerCase()),
    apply(draft, { end_phrase: phrase }) {
        draft.ending = phrase;
    },
};
export const quotation = {
    id: 'startend:quotation',
    pose: () => ({}),
    describe: () => 'Put the whole response in double quotation marks.',
    follows(response) {
        const text = response.trim();
        return text.length > 1 && text.startsWith('"') && text.endsWith('"');
    },
    apply(draft) {
        draft.quoted = true;
    },
};
