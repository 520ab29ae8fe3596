import { Command } from 'commander';
import { style } from "../../report/style.js";
import { stdout } from "../terminal.js";
export function diffCommand() {
    return new Command('diff')
        .description('compare two pipelines by meaning')
        .argument('<BEFORE>', 'a .prorl file, or a graph as JSON')
        .argument('<AFTER>', 'another one')
        .option('--json', 'print the differences as JSON')
        .option('--pipeline <NAME>', 'which pipeline, where a file has several')
        .addHelpText('after', '\nLayout, the order of declarations and names of schedules do not matter.\nExit code 0 where both mean the same, 1 where they do not.')
        .action(diff);
}
async function diff(beforeFile, afterFile, { json, pipeline }) {
    const [{ loadPipeline }, { diffGraphs, graphHash }, { valueAt }, { diffLines }] = await Promise.all([
        import("../load-pipeline.js"),
        import("../../graph/index.js"),
        import("../../control/index.js"),
        import("../../report/diff.js"),
    ]);
    const before = (await loadPipeline(beforeFile, pipeline)).graph;
    const after = (await loadPipeline(afterFile, pipeline)).graph;
    const differences = diffGraphs(before, after);
    const report = {
        format: 'prorl-diff/1',
        before: { file: beforeFile, pipeline: before.pipeline, graph: graphHash(before) },
        after: { file: afterFile, pipeline: after.pipeline, graph: graphHash(after) },
        same: differences.length === 0,
        differences,
    };
    if (json)
        stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    else {
        const at = (schedule, x) => {
            const metrics = typeof schedule.over === 'string' ? {} : { [schedule.over.metric]: x };
            return valueAt(schedule, { steps: x, tokens: x, metrics });
        };
        stdout.write(`${diffLines(report, at, Math.min(stdout.width, 120), style(stdout.color)).join('\n')}\n`);
    }
    // As `diff` of files does: 1 says that there is something to see, not that something failed.
    if (!report.same)
        process.exitCode = 1;
}
