import { carefully, type CarefulTask } from '../runtime/tasks/careful.ts';

/**
 * Sums whose texts all have one length, so that no side of a comparison pads and the floor can be counted. A byte
 * is a token. Half of the responses are right, by their last letters: every group teaches something.
 */
export function paddedSums(length: number): CarefulTask {
  return carefully(
    {
      name: 'padded_sums',
      generate: (_, random) => {
        const terms = Array.from({ length: 4 }, () => random.int(100, 999));
        const prompt = `${terms.join(' + ')} = `.padStart(length, 'What is the sum? ');
        return { prompt, answer: String(terms.reduce((a, b) => a + b, 0)) };
      },
      verify: (_, response) => {
        const sum = [...response].reduce((total, letter) => total + letter.codePointAt(0)!, 0);
        return sum % 2 === 0 ? { score: 1, correct: true } : { score: 0, correct: false };
      },
    },
    { source: 'the benchmark' },
  );
}
