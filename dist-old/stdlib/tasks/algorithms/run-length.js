import { defineTask, range, slipNumber, randomLetters } from "../../../runtime/tasks/index.js";
/**
 * Writes a word as its runs of equal letters, each with its length.
 *
 *     runs: aaabcc   ->   aaa b cc<answer>a3b1c2</answer>
 */
export const runLength = defineTask({
    name: 'run_length',
    settings: {
        runs: range({ within: [1, 16], default: [2, 4] }),
        length: range({ within: [1, 9], default: [1, 4] }),
    },
    pose({ runs, length }, random) {
        let word = '';
        for (let left = random.int(runs.from, runs.to); left > 0; left--) {
            const letter = randomLetters(1, random, 5);
            // A letter that would lengthen the run before is another.
            const other = word.endsWith(letter) ? (letter === 'a' ? 'b' : 'a') : letter;
            word += other.repeat(random.int(length.from, length.to));
        }
        return { word };
    },
    prompt({ word }) {
        return `runs: ${word}`;
    },
    work({ word }) {
        const runs = runsOf(word);
        return { steps: runs.join(' '), answer: runs.map((run) => `${run.charAt(0)}${run.length}`).join('') };
    },
    /** One run is counted wrongly. */
    slip({ word }, random) {
        const runs = runsOf(word);
        const at = random.int(0, runs.length - 1);
        const count = (run, i) => (i === at ? slipNumber(run.length, random) : run.length);
        return {
            steps: runs.join(' '),
            answer: runs.map((run, i) => `${run.charAt(0)}${count(run, i)}`).join(''),
        };
    },
    accepts: (given, expected) => given.replace(/[ ,]/g, '') === expected,
});
function runsOf(word) {
    return word.match(/(.)\1*/g) ?? [];
}
