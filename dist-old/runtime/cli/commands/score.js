import { Command } from 'commander';
import { style } from "../../report/style.js";
import { noSandboxOption, permitNoSandbox } from "../permit-no-sandbox.js";
import { stdout } from "../terminal.js";
export function scoreCommand() {
    return new Command('score')
        .description("judge recorded responses with a pipeline's reward, and compare")
        .argument('<FILE>', 'JSONL: the samples.jsonl of a run, or lines with task, prompt, answer, response')
        .requiredOption('--pipeline <FILE>', 'the pipeline whose reward judges: a .prorl file, or a graph as JSON')
        .option('--name <NAME>', 'which pipeline, where the file has several')
        .option('--stage <NAME>', "whose reward (default: the first reinforce stage's)")
        .addOption(noSandboxOption())
        .option('--json', 'print the scores as JSON')
        .addHelpText('after', '\nIt ends with 1 where a recorded score, verdict or reward differs.')
        .action(score);
}
async function score(file, options) {
    const { pipeline, name, stage, json, unsafeNoSandbox } = options;
    if (unsafeNoSandbox)
        await permitNoSandbox();
    const [{ loadPipeline }, { scoreResponses }, { scoreLines }] = await Promise.all([
        import("../load-pipeline.js"),
        import("../score-responses.js"),
        import("../../report/score-lines.js"),
    ]);
    const report = await scoreResponses(file, await loadPipeline(pipeline, name), stage);
    stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : `${scoreLines(report, style(stdout.color)).join('\n')}\n`);
    if ((report.summary['all']?.differ ?? 0) > 0)
        process.exitCode = 1;
}
