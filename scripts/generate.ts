/**
 * Writes what is generated from the sources: the JSON Schemas under spec/schemas, and the parts of
 * README.md that quote files. `--check` writes nothing and fails when a file is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createGenerator } from 'ts-json-schema-generator';

const schemas = [
  { type: 'Graph', source: 'runtime/graph/graph.ts', file: 'spec/schemas/graph.schema.json' },
  { type: 'RunEvent', source: 'runtime/run/events.ts', file: 'spec/schemas/events.schema.json' },
  { type: 'Summary', source: 'runtime/run/summary.ts', file: 'spec/schemas/summary.schema.json' },
];

const check = process.argv.includes('--check');
let stale = 0;

for (const { type, source, file } of schemas) {
  const schema = createGenerator({
    path: source,
    tsconfig: 'tsconfig.json',
    type,
    skipTypeCheck: true,
    discriminatorType: 'open-api',
  }).createSchema(type);
  put(file, `${JSON.stringify(schema, null, 2)}\n`);
}
put('README.md', quoteFiles(readFileSync('README.md', 'utf8')));
process.exitCode = stale === 0 ? 0 : 1;

function put(file: string, text: string): void {
  if (readFileSync(file, 'utf8') === text) return;
  if (check) {
    stale += 1;
    console.error(`${file} is stale: run npm run generate`);
  } else {
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
