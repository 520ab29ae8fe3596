/**
 * Writes what is generated from the sources: the JSON Schemas under spec/schemas, the parts of
 * README.md that quote files, the tables of spec/language.md, and the reference of the standard library.
 * `--check` writes nothing and fails when a file is stale.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { libraryDocs } from '../runtime/cli/docs/library-docs.ts';
import { docsToMarkdown } from '../runtime/cli/docs/markdown.ts';
import { fillParts } from './language-tables.ts';

const schemas = [
  { type: 'Graph', source: 'runtime/graph/graph.ts', file: 'spec/schemas/graph.schema.json' },
  { type: 'Lock', source: 'runtime/graph/lock.ts', file: 'spec/schemas/lock.schema.json' },
  { type: 'RunEvent', source: 'runtime/run/events.ts', file: 'spec/schemas/events.schema.json' },
  { type: 'PlanReport', source: 'runtime/report/plan-report.ts', file: 'spec/schemas/plan.schema.json' },
  { type: 'DiffReport', source: 'runtime/report/diff.ts', file: 'spec/schemas/diff.schema.json' },
  { type: 'ScoreReport', source: 'runtime/report/score-report.ts', file: 'spec/schemas/score.schema.json' },
  { type: 'SampleRecord', source: 'runtime/run/samples.ts', file: 'spec/schemas/samples.schema.json' },
  { type: 'TasksReport', source: 'runtime/report/tasks-report.ts', file: 'spec/schemas/tasks.schema.json' },
  { type: 'CheckReport', source: 'runtime/cli/reports.ts', file: 'spec/schemas/check.schema.json' },
  { type: 'TestReport', source: 'runtime/cli/reports.ts', file: 'spec/schemas/test.schema.json' },
  { type: 'DoctorReport', source: 'runtime/cli/reports.ts', file: 'spec/schemas/doctor.schema.json' },
  { type: 'Versions', source: 'runtime/cli/reports.ts', file: 'spec/schemas/version.schema.json' },
  { type: 'CodeReport', source: 'runtime/cli/reports.ts', file: 'spec/schemas/code.schema.json' },
  { type: 'CodesReport', source: 'runtime/cli/reports.ts', file: 'spec/schemas/codes.schema.json' },
  { type: 'Docs', source: 'grammar/docs/docs.ts', file: 'spec/schemas/docs.schema.json' },
  {
    type: 'VerifierMessage',
    source: 'runtime/sources/service/messages.ts',
    file: 'spec/schemas/verifier.schema.json',
    // Further fields of a reply are passed over, so that a server may send what others read too.
    more: true,
  },
  { type: 'Summary', source: 'runtime/run/summary.ts', file: 'spec/schemas/summary.schema.json' },
];

const check = process.argv.includes('--check');
let stale = 0;

for (const { type, source, file, more = false } of schemas) {
  const schema = createGenerator({
    path: source,
    tsconfig: 'tsconfig.json',
    type,
    skipTypeCheck: true,
    additionalProperties: more,
    discriminatorType: 'open-api',
  }).createSchema(type);
  put(file, `${JSON.stringify(schema, null, 2)}\n`);
}
put('README.md', quoteFiles(readFileSync('README.md', 'utf8')));
put('spec/language.md', fillParts(readFileSync('spec/language.md', 'utf8')));
put(
  'docs/stdlib.md',
  docsToMarkdown({ format: 'prorl-docs/1', libraries: [await libraryDocs('prorl', { samples: true })] }),
);
process.exitCode = stale === 0 ? 0 : 1;

function put(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  if (check) {
    stale += 1;
    console.error(`${file} is stale: run npm run generate`);
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`wrote ${file}`);
  }
}

/** Fills the code block that follows each `<!-- quote: FILE -->` with that file. */
function quoteFiles(markdown: string): string {
  return markdown.replace(
    /(<!-- quote: (\S+) -->\n```\w*\n)[^]*?(```\n)/g,
    (_, opening: string, file: string, closing: string) =>
      `${opening}${readFileSync(file, 'utf8').trimEnd()}\n${closing}`,
  );
}
