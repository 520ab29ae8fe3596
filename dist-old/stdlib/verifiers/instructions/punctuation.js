export const noComma = {
    id: 'punctuation:no_comma',
    pose: () => ({}),
    describe: () => 'Do not use any comma.',
    follows: (response) => !response.includes(','),
    apply() {
        // A draft has no comma unless another instruction brings one.
    },
};
