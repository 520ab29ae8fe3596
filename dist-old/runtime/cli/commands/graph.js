import { Command, Option } from 'commander';
import { stdout } from "../terminal.js";
export function graphCommand() {
    return new Command('graph')
        .description('print the typed execution graph of a pipeline')
        .argument('<FILE>', 'a .prorl file, or a graph as JSON')
        .addOption(new Option('--format <FORMAT>', 'how to print it').choices(['json', 'mermaid', 'svg']).default('json'))
        .option('--pipeline <NAME>', 'which pipeline, where the file has several')
        .action(graph);
}
async function graph(file, { format, pipeline }) {
    const [{ loadPipeline }, { graphToMermaid, graphToSvg }] = await Promise.all([
        import("../load-pipeline.js"),
        import("../../graph/index.js"),
    ]);
    const loaded = await loadPipeline(file, pipeline);
    const print = {
        json: (g) => JSON.stringify(g, null, 2),
        mermaid: graphToMermaid,
        svg: graphToSvg,
    };
    stdout.write(`${print[format](loaded.graph).trimEnd()}\n`);
}
