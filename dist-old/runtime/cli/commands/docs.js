import { Command, Option } from 'commander';
import { stdout } from "../terminal.js";
export function docsCommand() {
    return new Command('docs')
        .description('describe what libraries export: tasks, stages, mixtures and all else')
        .argument('[PACKAGE|FILE...]', "packages, modules of them (prorl/tasks), packages' folders, .prorl files", ['.'])
        .addOption(new Option('--format <FORMAT>', 'how to print it')
        .choices(['markdown', 'html', 'json'])
        .default('markdown'))
        .option('--no-samples', "leave out the sample problems: the tasks' code is not loaded then")
        .addHelpText('after', '\nWithout an argument: the package in this folder. Try: prorl docs prorl')
        .action(docs);
}
async function docs(targets, { format, samples }) {
    const [{ libraryDocs }, { docsToMarkdown }, { docsToHtml }] = await Promise.all([
        import("../docs/library-docs.js"),
        import("../docs/markdown.js"),
        import("../docs/html.js"),
    ]);
    const libraries = [];
    for (const target of targets)
        libraries.push(await libraryDocs(target, { samples }));
    const all = { format: 'prorl-docs/1', libraries };
    const print = {
        markdown: docsToMarkdown,
        html: docsToHtml,
        json: (x) => `${JSON.stringify(x, null, 2)}\n`,
    };
    stdout.write(print[format](all));
}
