import { Command, Option } from 'commander';
import { stdout } from '../terminal.ts';

interface DocsOptions {
  format: 'markdown' | 'html' | 'json';
  samples: boolean;
}

export function docsCommand(): Command {
  return new Command('docs')
    .description('describe what libraries export: tasks, stages, mixtures and all else')
    .argument(
      '[PACKAGE|FILE...]',
      "packages, modules of them (prorl/tasks), packages' folders, .prorl files",
      ['.'],
    )
    .addOption(
      new Option('--format <FORMAT>', 'how to print it')
        .choices(['markdown', 'html', 'json'])
        .default('markdown'),
    )
    .option('--no-samples', "leave out the sample problems: the tasks' code is not loaded then")
    .addHelpText('after', '\nWithout an argument: the package in this folder. Try: prorl docs prorl')
    .action(docs);
}

async function docs(targets: string[], { format, samples }: DocsOptions): Promise<void> {
  const [{ libraryDocs }, { docsToMarkdown }, { docsToHtml }] = await Promise.all([
    import('../docs/library-docs.ts'),
    import('../docs/markdown.ts'),
    import('../docs/html.ts'),
  ]);
  const libraries = [];
  for (const target of targets) libraries.push(await libraryDocs(target, { samples }));
  const all = { format: 'prorl-docs/1', libraries } as const;
  const print = {
    markdown: docsToMarkdown,
    html: docsToHtml,
    json: (x: typeof all) => `${JSON.stringify(x, null, 2)}\n`,
  };
  stdout.write(print[format](all));
}
