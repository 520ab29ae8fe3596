import { Command } from 'commander';
import { style } from "../../report/style.js";
import { stdout } from "../terminal.js";
import { estimateOptions } from "../estimate-options.js";
import { engineLines, engineOption } from "../engine-option.js";
import { parseSet } from "../set-option.js";
export function planCommand() {
    const command = new Command('plan')
        .description('print what a pipeline will do, every value and its origin')
        .argument('<FILE>', 'a .prorl file, or a graph as JSON')
        .option('--json', 'print the plan as JSON')
        .option('--pipeline <NAME>', 'which pipeline, where the file has several')
        .option('--set <PATH=VALUE>', 'change a value of the graph (may be repeated)', parseSet, []);
    engineOption(command, 'also tell what an engine makes of it');
    return estimateOptions(command).action(plan);
}
async function plan(file, options) {
    const { json, pipeline, set } = options;
    const [{ loadPipeline }, { applySettings }, graphs, { valueAt }, { planLines }, { planData }, { showPath }, { defaultMeanLength, estimate }, { estimateLines }, { modelSize }, { machineMemory }, { maxBatchTokens },] = await Promise.all([
        import("../load-pipeline.js"),
        import("../apply-settings.js"),
        import("../../graph/index.js"),
        import("../../control/index.js"),
        import("../../report/plan.js"),
        import("../../report/plan-data.js"),
        import("../show-path.js"),
        import("../../report/estimate.js"),
        import("../../report/estimate-lines.js"),
        import("../model-size.js"),
        import("../../engines/memory.js"),
        import("../../tensor/backend-types.js"),
    ]);
    const loaded = await loadPipeline(file, pipeline);
    const graph = applySettings(loaded.graph, { set });
    const input = {
        graph,
        hash: graphs.graphHash(graph),
        origins: loaded.origins,
        showFile: showPath,
        valueAt: (schedule, x) => {
            const metrics = typeof schedule.over === 'string' ? {} : { [schedule.over.metric]: x };
            return valueAt(schedule, { steps: x, tokens: x, metrics });
        },
    };
    const { parameters } = options;
    const costs = estimate(graph, {
        size: parameters === undefined
            ? await modelSize(graph.model, loaded.baseFolder)
            : { parameters, from: 'given', shape: null },
        meanLength: options.meanLength ?? defaultMeanLength,
        machine: options.machine ?? null,
        rolloutUtilisation: options.rolloutUtilisation ?? null,
        trainingUtilisation: options.trainingUtilisation ?? null,
        local: {
            memory: options.memory ?? machineMemory(),
            most: { rows: maxBatchTokens.native, sequences: graphs.SEQUENCES },
        },
    }, input.valueAt);
    if (json) {
        const report = { ...planData(input), estimate: costs };
        stdout.write(`${JSON.stringify(report, null, 2)}\n`);
        return;
    }
    const [columns, s] = [Math.min(stdout.width, 120), style(stdout.color)];
    const engine = options.engine === undefined ? [] : ['', ...engineLines(graph, options.engine, s)];
    stdout.write(`${[...planLines(input, columns, s), ...engine, '', ...estimateLines(costs, s)].join('\n')}\n`);
}
