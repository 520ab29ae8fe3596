import { ExitCode, ProrlError } from "../../errors.js";
/**
 * What the solution is fed, in the form that a sandbox takes, and what must come of it. Throws ProrlError where the
 * problem is not one: it comes from files that others wrote.
 */
export function readCodeProblem(data, prompt) {
    const unfit = (what, hint) => new ProrlError(`A code problem ${what} (${JSON.stringify(prompt.slice(0, 60))}).`, {
        exitCode: ExitCode.pipeline,
        hint,
    });
    const problem = (data ?? {});
    if (problem.language !== 'python' && problem.language !== 'javascript') {
        throw unfit(`names the language ${JSON.stringify(problem.language)}`, 'Code is judged in "python" or "javascript": write one as `language`.');
    }
    const name = problem.function;
    if (name !== undefined && !/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)) {
        throw unfit(`calls ${JSON.stringify(name)}, which names no function`, 'Write the name alone, as in "solve".');
    }
    if (!Array.isArray(problem.tests) || problem.tests.length === 0) {
        throw unfit('has no tests', 'Give at least one in `tests`: without one, any code would be right.');
    }
    const pairs = problem.tests.map((test, i) => {
        const { stdin, stdout, args, expected, argsJson, expectedJson } = test;
        if (name === undefined && typeof stdin === 'string' && typeof stdout === 'string')
            return [stdin, stdout];
        if (name !== undefined && typeof argsJson === 'string' && typeof expectedJson === 'string') {
            if (!Array.isArray(readJson(argsJson)) || readJson(expectedJson) === undefined) {
                throw unfit(`has a test ${i + 1} whose argsJson or expectedJson is no JSON`, 'The arguments are a JSON array, even of one.');
            }
            return [argsJson, expectedJson];
        }
        if (name !== undefined && Array.isArray(args) && expected !== undefined) {
            if (holdsInexact(args) || holdsInexact(expected)) {
                throw unfit(`has a number in test ${i + 1} that JavaScript cannot hold exactly`, 'Write the test as JSON texts: argsJson and expectedJson in place of args and expected.');
            }
            return [JSON.stringify(args), JSON.stringify(expected)];
        }
        throw unfit(`has a test ${i + 1} that is none`, name === undefined
            ? 'A program is tested by { stdin, stdout }, two texts; a function has its name in `function`.'
            : 'A function is tested by { args, expected }, a list and a value, or by argsJson and expectedJson.');
    });
    return {
        problem,
        inputs: pairs.map(([input]) => input),
        expected: pairs.map(([, expected]) => expected),
    };
}
function readJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined; // no JSON value is undefined
    }
}
function holdsInexact(value) {
    if (typeof value === 'number')
        return Number.isInteger(value) && !Number.isSafeInteger(value);
    return typeof value === 'object' && value !== null && Object.values(value).some(holdsInexact);
}
