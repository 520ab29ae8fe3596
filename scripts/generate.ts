/**
 * Writes what is generated from the sources: the JSON Schemas under spec/schemas.
 * `--check` writes nothing and fails when a file is stale.
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
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (!check) {
    writeFileSync(file, text);
    console.log(`wrote ${file}`);
  } else if (readFileSync(file, 'utf8') !== text) {
    stale += 1;
    console.error(`${file} is stale: run npm run generate`);
  }
}
process.exitCode = stale === 0 ? 0 : 1;
