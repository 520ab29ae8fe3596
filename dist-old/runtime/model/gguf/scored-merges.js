/**
 * The merges of a sentencepiece vocabulary, which keeps a score for each token instead: a token is made from any
 * two tokens that spell it, the one with the highest score first, and at equal scores in the order of the tokens.
 */
export function scoredMerges(tokens, scores) {
    const idOf = new Map(tokens.map((token, id) => [token, id]));
    const merges = [];
    tokens.forEach((token, id) => {
        const characters = [...token];
        for (let i = 1; i < characters.length; i++) {
            const pair = [characters.slice(0, i).join(''), characters.slice(i).join('')];
            const ids = pair.map((part) => idOf.get(part));
            if (ids.every((part) => part !== undefined))
                merges.push({ pair, score: scores[id], ids });
        }
    });
    // The sort is stable: merges of equal scores stay in the order of the tokens that they make.
    const byScore = (a, b) => b.score - a.score;
    const byParts = (a, b) => a.ids[0] - b.ids[0] || a.ids[1] - b.ids[1];
    return merges.sort((a, b) => byScore(a, b) || byParts(a, b)).map(({ pair }) => pair);
}
