import { isDeepStrictEqual } from 'node:util';
import { splitOf } from "./draw.js";
import { seededRandom } from "./seeded-random.js";
/** Texts that a policy may write, and on which a verifier must neither throw nor be pleased. */
const STRANGE = ['', '<answer>', '</answer><answer>', '<answer></answer>', '\0\ud800', 'a'.repeat(10_000)];
/**
 * What a run relies on, tried on problems of a task: the same stream gives the same problem; problems survive
 * JSON; the worked solution is right; a slip is wrong; the verifier takes any text and gives scores from 0
 * to 1; both splits have problems. For the tests of a task's authors.
 * Throws an Error that names the problem on which the task first fails.
 */
export async function checkTask(task, settings = {}, { problems = 200, seed = 1 } = {}) {
    const random = seededRandom(seed);
    const again = seededRandom(seed);
    const splits = new Set();
    for (let i = 0; i < problems; i++) {
        const problem = await task.generate(settings, random);
        const fail = (what) => new Error(`${task.name}, problem ${JSON.stringify(problem.prompt)}: ${what}`);
        if (problem.prompt === '')
            throw fail('the prompt is empty');
        if (!isDeepStrictEqual(await task.generate(settings, again), problem)) {
            throw fail('the same stream gave another problem: all randomness must come from `random`');
        }
        const stored = JSON.parse(JSON.stringify(problem));
        if (!isDeepStrictEqual(stored, problem))
            throw fail('it is not plain JSON');
        splits.add(splitOf(task.name, problem.prompt));
        await checkVerdicts(task, problem, fail);
        if (task.slip) {
            const slip = task.slip(problem, random);
            // The twin stream stays in step.
            task.slip(problem, again);
            if ((await task.verify(problem, slip)).correct)
                throw fail(`the slip is right: ${slip}`);
        }
    }
    if (splits.size < 2) {
        throw new Error(`${task.name}: ${problems} problems are all ${[...splits].join()}; one in 8 different problems is held out. Widen the settings.`);
    }
}
async function checkVerdicts(task, problem, fail) {
    const solution = task.solve?.(problem);
    if (solution !== undefined && !(await task.verify(problem, solution)).correct) {
        throw fail(`the worked solution is not right: ${solution}`);
    }
    for (const response of STRANGE) {
        const { score, correct } = await task.verify(problem, response);
        if (!(score >= 0 && score <= 1))
            throw fail(`the score of ${JSON.stringify(response.slice(0, 40))} is ${score}`);
        if (correct)
            throw fail(`${JSON.stringify(response.slice(0, 40))} is taken for right`);
    }
}
