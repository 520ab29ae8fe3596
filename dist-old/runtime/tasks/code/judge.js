import { VerifierFailure } from "../verifier-failure.js";
import { sameOutput } from "./compare-output.js";
import { sameValue } from "./compare-value.js";
import { readCodeProblem } from "./problem.js";
import { readSolution } from "./solution.js";
/**
 * Runs the code of a response on all tests in the sandbox and compares what comes of it outside: the sandbox knows
 * inputs only. The score is the fraction of tests passed; 0 where the code does not compile or goes over a limit
 * (ProRL, arXiv:2505.24864, appendix D). Throws ProrlError where there is no sandbox, VerifierFailure where it fails.
 */
export async function judgeCode(data, prompt, response, signal) {
    const { problem, inputs, expected } = readCodeProblem(data, prompt);
    const tests = inputs.length;
    const nothing = (why) => ({ score: 0, correct: false, passed: 0, tests, why });
    const source = readSolution(response);
    // Loaded where code is judged only: most tasks need none of it. Without a sandbox nothing is judged, not even nothing.
    const { openSandbox } = await import("../../sandbox/index.js");
    const sandbox = await openSandbox(problem.language);
    if (source === undefined)
        return nothing('there is no code in the response');
    const result = await runIn(sandbox, problem, source, inputs, expected, signal);
    if (result.status !== 'ran')
        return nothing(result.why);
    const { comparison } = problem;
    const misses = result.outcomes.map((outcome, i) => {
        if (!outcome.ok)
            return outcome.why;
        const right = problem.function === undefined
            ? sameOutput(outcome.output, expected[i], comparison)
            : sameValue(outcome.output, expected[i], comparison);
        return right ? '' : `it gave ${quote(outcome.output)}, not ${quote(expected[i])}`;
    });
    const passed = misses.filter((miss) => miss === '').length;
    const first = misses.findIndex((miss) => miss !== '');
    return {
        score: passed / tests,
        correct: passed === tests,
        passed,
        tests,
        why: first < 0 ? '' : `test ${first + 1}: ${misses[first]}`,
    };
}
async function runIn(sandbox, { language, function: entry, limits }, source, inputs, expected, signal) {
    const { DEFAULT_LIMITS, SandboxFailure } = await import("../../sandbox/index.js");
    const longest = expected.reduce((most, text) => Math.max(most, 2 * text.length), DEFAULT_LIMITS.outputBytes);
    const bounds = { ...DEFAULT_LIMITS, outputBytes: longest, ...limits };
    try {
        return await sandbox.run({ language, source, entry: entry ?? null, inputs, limits: bounds }, signal);
    }
    catch (cause) {
        if (!(cause instanceof SandboxFailure))
            throw cause;
        throw new VerifierFailure(`The sandbox failed: ${cause.message}.`, { retryable: true, cause });
    }
}
function quote(text) {
    const trimmed = text.trim();
    return JSON.stringify(trimmed.length > 60 ? `${trimmed.slice(0, 59)}…` : trimmed);
}
