/**
 * Draws the grammar as railroad diagrams: SVG files under docs/grammar, a few rules each.
 * `--check` writes nothing and fails when a file is stale.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ProrlParser } from '../grammar/parser.ts';
import { drawRules, type Rule } from './railroad.ts';

/** The rules of each file, in the order in which a reader needs them. */
const files: Readonly<Record<string, readonly string[]>> = {
  file: ['sourceFile', 'topLevel', 'edition', 'import', 'importedNames', 'importedName'],
  declaration: [
    ...['declaration', 'assignment', 'parameters', 'parameter', 'type'],
    ...['domain', 'levels', 'level'],
  ],
  block: ['block', 'item', 'field', 'section', 'entry', 'flag'],
  stage: ['keepClause', 'resetClause', 'guardClause', 'scaleClause'],
  pipeline: ['evaluateClause', 'checkpointClause', 'checkpointPart', 'kept', 'auditClause', 'runClause'],
  test: ['givenClause', 'givenValue', 'expectClause'],
  condition: ['expression', 'conjunction', 'condition'],
  value: [
    ...['value', 'scheduled', 'piece', 'range', 'sum', 'primary', 'negative', 'number'],
    ...['list', 'element', 'reference', 'path', 'arguments', 'argument'],
  ],
};

const title = 30;

/** Light, or dark where the reader's system is: the picture has its own background in both. */
const style = `
  .back { fill: #ffffff }
  .name { font: bold 15px ui-sans-serif, "DejaVu Sans", sans-serif; fill: #1f2328 }
  path { stroke-width: 2; stroke: #59636e; fill: none }
  rect { stroke-width: 1.5; stroke: #0969da; fill: #ddf4ff }
  .non-terminal rect { stroke: #59636e; fill: #f6f8fa }
  text { font: 14px ui-monospace, "DejaVu Sans Mono", monospace; text-anchor: middle; fill: #1f2328 }
  .name { text-anchor: start }
  .terminal text { font-weight: bold }
  @media (prefers-color-scheme: dark) {
    .back { fill: #0d1117 }
    path { stroke: #9198a1 }
    rect { stroke: #4493f8; fill: #121d2f }
    .non-terminal rect { stroke: #9198a1; fill: #151b23 }
    text, .name { fill: #f0f6fc }
  }
`;

const check = process.argv.includes('--check');
let stale = 0;

const rules = drawRules(new ProrlParser().getSerializedGastProductions());
const placed = new Set(Object.values(files).flat());
const lost = [...rules.keys()].filter((name) => !placed.has(name));
if (lost.length > 0) throw new Error(`scripts/generate-railroad.ts places no rule ${lost.join(', ')}`);
for (const [name, names] of Object.entries(files)) {
  const drawn = names.map((one) => {
    const rule = rules.get(one);
    if (rule === undefined) throw new Error(`the grammar has no rule ${one}`);
    return rule;
  });
  put(`docs/grammar/${name}.svg`, picture(drawn));
}
process.exitCode = stale === 0 ? 0 : 1;

/** The diagrams of some rules below one another, each under its name. */
function picture(drawn: readonly Rule[]): string {
  const width = Math.ceil(Math.max(...drawn.map((one) => one.width))) + 24;
  let y = 8;
  const parts = drawn.map(({ name, svg, height }) => {
    const heading = `<text class="name" x="16" y="${y + 20}">${name}</text>`;
    const body = svg.replace('<svg ', `<svg x="12" y="${y + title - 6}" `);
    y += title + Math.ceil(height);
    return `${heading}\n${body.trim()}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y + 8}" viewBox="0 0 ${width} ${y + 8}">`,
    `<style>${style}</style>`,
    `<rect class="back" width="${width}" height="${y + 8}" stroke="none" style="stroke: none"/>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

function put(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  if (check) {
    stale += 1;
    console.error(`${file} is stale: run npm run generate`);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${file}`);
}
