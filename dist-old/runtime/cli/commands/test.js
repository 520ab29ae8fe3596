import { Command } from 'commander';
import { ExitCode } from "../../errors.js";
import { style } from "../../report/style.js";
import { stderr, stdout } from "../terminal.js";
export function testCommand() {
    return new Command('test')
        .description('run the tests in pipeline files; train nothing')
        .argument('<FILES...>', '.prorl files')
        .option('--json', 'print the results as JSON')
        .addHelpText('after', '\nExit code 1 where a test fails, 3 where a file has errors.')
        .action(test);
}
async function test(files, { json }) {
    const [{ compileFile, refuseErrors, showDiagnostics }, { simulate }, { testLines, testTotals }, { showPath },] = await Promise.all([
        import("../load-pipeline.js"),
        import("../../control/index.js"),
        import("../../report/test-results.js"),
        import("../show-path.js"),
    ]);
    const results = [];
    for (const file of files) {
        const compilation = await compileFile(file);
        await showDiagnostics(compilation, stderr);
        refuseErrors(file, compilation);
        for (const each of compilation.tests) {
            const result = simulate(each);
            results.push(result);
            if (!json)
                stdout.write(`${testLines(result, showPath, style(stdout.color)).join('\n')}\n`);
        }
    }
    if (json) {
        const report = { format: 'prorl-test-results/1', results };
        stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    }
    stderr.write(`${testTotals(results, style(stderr.color))}\n`);
    if (results.some(({ passed }) => !passed))
        process.exitCode = ExitCode.runFailed;
}
