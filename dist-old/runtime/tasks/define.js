import { readAnswer, writeAnswer } from "./answer.js";
import { readSettings } from "./settings.js";
const WRONG = { score: 0, correct: false };
const RIGHT = { score: 1, correct: true };
/** Makes a Task of a definition: checks settings, reads answers, and refuses a slip that is right. */
export function defineTask(definition) {
    const { name, settings: shape } = definition;
    const task = {
        name,
        settings: shape,
        generate(settings, random) {
            const parts = definition.pose(readSettings(name, shape, settings), random);
            return { prompt: definition.prompt(parts), answer: definition.work(parts).answer, data: parts };
        },
        verify(problem, response) {
            const given = readAnswer(response);
            const parts = problem.data;
            if (given === undefined)
                return WRONG;
            if (definition.accepts(given, problem.answer, parts))
                return RIGHT;
            const score = definition.credit?.(given, problem.answer, parts) ?? 0;
            return score === 0 ? WRONG : { score, correct: false };
        },
        solve(problem) {
            return write(definition.work(problem.data));
        },
    };
    if (definition.slip === undefined)
        return task;
    task.slip = (problem, random) => {
        const parts = problem.data;
        const slipped = definition.slip(parts, random);
        if (definition.accepts(slipped.answer, problem.answer, parts)) {
            throw new Error(`The slip of ${name} on "${problem.prompt}" reaches the right answer: ${write(slipped)}`);
        }
        return write(slipped);
    };
    return task;
}
function write(worked) {
    return worked.steps + writeAnswer(worked.answer);
}
