import { plural } from "./format.js";
/** A test's line, and below it what each expectation that was not met got instead. */
export function testLines(result, showFile, s) {
    const mark = result.passed ? s.green('✓') : s.red('✗');
    const about = s.dim(`${plural(result.steps, 'step')} in ${Math.max(1, Math.round(result.milliseconds))} ms`);
    const failures = result.expectations.filter(({ passed }) => !passed);
    return [
        `${mark} ${result.name}  ${about}`,
        ...(result.error === null ? [] : [`    ${s.red(result.error)}`]),
        ...failures.flatMap(({ text, line, expected, got, explanation }) => [
            `    ${s.dim(`${showFile(result.at.file)}:${line}`)}  ${text}`,
            `      expected ${s.green(steps(expected))}, got ${s.red(steps(got))}`,
            ...(explanation === '' ? [] : explanation.split('\n').map((each) => `      ${s.dim(each)}`)),
        ]),
    ];
}
/** `3 passed, 1 failed`. */
export function testTotals(results, s) {
    if (results.length === 0)
        return 'no tests found';
    const passed = results.filter((each) => each.passed).length;
    const failed = results.length - passed;
    const text = `${passed} passed, ${failed} failed`;
    return failed === 0 ? s.green(text) : s.red(text);
}
function steps(list) {
    return list.length === 0 ? 'never' : `after ${list.length === 1 ? 'step' : 'steps'} ${list.join(', ')}`;
}
