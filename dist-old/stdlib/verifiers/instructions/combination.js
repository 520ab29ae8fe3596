export const twoResponses = {
    id: 'combination:two_responses',
    pose: () => ({}),
    describe: () => 'Give two different responses, with six asterisks (******) between them.',
    follows(response) {
        const parts = response.split('******').map((part) => part.trim());
        if (parts[0] === '')
            parts.shift();
        if (parts.at(-1) === '')
            parts.pop();
        return parts.length === 2 && parts[0] !== '' && parts[1] !== '' && parts[0] !== parts[1];
    },
    apply(draft) {
        draft.twice = true;
    },
};
export const repeatPrompt = {
    id: 'combination:repeat_prompt',
    pose: (_, prompt) => ({ prompt_to_repeat: prompt }),
    describe: () => 'First repeat the request word for word without change, then answer it. The request is the first sentence only.',
    follows: (response, { prompt_to_repeat: prompt }) => response.trim().toLowerCase().startsWith(prompt.trim().toLowerCase()),
    apply(draft, { prompt_to_repeat: prompt }) {
        draft.repeated = prompt;
    },
};
