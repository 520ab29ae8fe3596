import { writeAnswer } from "../answer.js";
import { readSettings } from "../settings.js";
import { judgeCode } from "./judge.js";
import { closeCode } from "./verifier.js";
/** Makes a Task of a definition: its solutions are run in the sandbox, and score the fraction of tests passed. */
export function defineCodeTask(definition) {
    const { name, settings: shape, wrong } = definition;
    const partsOf = (problem) => problem.data.parts;
    return {
        name,
        settings: shape,
        generate(settings, random) {
            const parts = definition.pose(readSettings(name, shape, settings), random);
            const data = { parts, code: definition.tests(parts) };
            return { prompt: definition.prompt(parts), answer: definition.solution(parts), data };
        },
        async verify(problem, response, signal) {
            const { code } = problem.data;
            const { score, correct } = await judgeCode(code, problem.prompt, response, signal);
            return { score, correct };
        },
        solve: (problem) => writeAnswer(definition.solution(partsOf(problem))),
        ...(wrong === undefined
            ? {}
            : { slip: (problem, random) => writeAnswer(wrong(partsOf(problem), random)) }),
        boundsItself: true,
        close: closeCode,
    };
}
