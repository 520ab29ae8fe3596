/**
 * The merges of a sentencepiece vocabulary, which keeps a score for each token instead: a token is made from any
 * two tokens that spell it, the one with the highest score first, and at equal scores in the order of the tokens.
 */
export function scoredMerges(tokens: readonly string[], scores: readonly number[]): [string, string][] {
  const idOf = new Map(tokens.map((token, id) => [token, id]));
  const merges: { pair: [string, string]; score: number; ids: [number, number] }[] = [];
  tokens.forEach((token, id) => {
    const characters = [...token];
    for (let i = 1; i < characters.length; i++) {
      const pair: [string, string] = [characters.slice(0, i).join(''), characters.slice(i).join('')];
      const ids = pair.map((part) => idOf.get(part)) as [number, number];
      if (ids.every((part) => part !== undefined)) merges.push({ pair, score: scores[id] as number, ids });
    }
  });
  // The sort is stable: merges of equal scores stay in the order of the tokens that they make.
  const byScore = (a: (typeof merges)[number], b: (typeof merges)[number]) => b.score - a.score;
  const byParts = (a: (typeof merges)[number], b: (typeof merges)[number]) =>
    a.ids[0] - b.ids[0] || a.ids[1] - b.ids[1];
  return merges.sort((a, b) => byScore(a, b) || byParts(a, b)).map(({ pair }) => pair);
}
