/**
 * Writes what prorl knows of the Python package reasoning-gym: the catalogue that the compiler checks names and
 * settings by, and the module prorl/reasoning-gym. It asks the package itself, so it wants `npm run python-env`.
 * `--check` writes nothing and fails when a file is stale.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { format, resolveConfig } from 'prettier';
import { format as formatProrl } from '../grammar/format/index.ts';
import { REASONING_GYM } from '../runtime/sources/reasoning-gym-package.ts';
import { DescribedSettings } from './reasoning-gym-settings.ts';
import { describedDatasets } from './reasoning-gym-words.ts';

interface PackageField {
  readonly name: string;
  /** A kind, the texts that it may be, or null where a pipeline cannot give it. */
  readonly kind: 'whole' | 'number' | 'flag' | 'text' | 'list' | readonly string[] | null;
  readonly default: string | number | boolean | null;
}

interface PackageDataset {
  readonly name: string;
  readonly group: string;
  readonly fields: readonly PackageField[];
}

/** Out of distribution in the ProRL paper (arXiv:2505.24864, section 4): graph_color was trained on 10 only. */
const COLOURED = [5, 8, 13, 15, 18, 20];
const UNSEEN = ['puzzle24', 'game_of_life_halting', 'acre', 'boxnet'];

const root = join(import.meta.dirname, '..');
const python = join(root, '.venv-peers/bin/python');
if (!existsSync(python)) throw new Error('npm run python-env makes the environment that has the package.');
const { stdout } = await execa(python, [join(import.meta.dirname, 'reasoning_gym_fields.py')]);
const { version, datasets } = JSON.parse(stdout) as { version: string; datasets: PackageDataset[] };
if (version !== REASONING_GYM) throw new Error(`the environment has reasoning-gym ${version}`);

const check = process.argv.includes('--check');
await put('grammar/types/reasoning-gym/catalogue.ts', await pretty(catalogue()));
await put('stdlib/reasoning-gym.prorl', styled(library()));

async function put(file: string, text: string): Promise<void> {
  const path = join(root, file);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  if (check) {
    console.error(`${file} is stale: run npm run generate:reasoning-gym`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(path, text);
  console.log(`wrote ${file}`);
}

async function pretty(text: string): Promise<string> {
  const options = await resolveConfig(join(root, 'package.json'));
  return format(text, { ...options, parser: 'typescript' });
}

function styled(text: string): string {
  const made = formatProrl('reasoning-gym.prorl', text);
  if (made.text === null) throw new Error(JSON.stringify(made.diagnostics[0]));
  return made.text;
}

function catalogue(): string {
  const lines = datasets.map(({ name, fields }) => {
    const all = fields.map(
      ({ name, kind }) => `${name} ${Array.isArray(kind) ? kind.join('|') : (kind ?? '-')}`,
    );
    return `${name}: ${all.join(', ')}`.trimEnd();
  });
  return [
    '// Written by scripts/reasoning-gym.ts from the package itself.',
    '',
    `export const REASONING_GYM = '${version}';`,
    '',
    '/** A data set a line: its fields with their kinds, or with the texts that they may be; "-": none can be given. */',
    `export const CATALOGUE = \``,
    ...lines,
    '`;',
  ].join('\n');
}

function library(): string {
  const words = describedDatasets();
  const settings = new DescribedSettings();
  const described = datasets.filter(({ name }) => words.has(name));
  const inPaper = described.filter(({ name }) => words.get(name)!.inPaper).map(({ name }) => name);
  if (inPaper.length !== 96) throw new Error(`the paper has 96 tasks, and ${inPaper.length} are described`);
  const coloured = COLOURED.map((n) => `graph_color(min_num_vertices: ${n}, max_num_vertices: ${n})`);
  const tasks = described.map((one) => declaration(one, words.get(one.name)!.words, settings));
  settings.finish();
  return [
    'edition 2026',
    '',
    ...tasks,
    '/// The 96 tasks that ProRL was trained on (arXiv:2505.24864, appendix D), all alike, at the settings of the package.',
    `export mixture logic_96 {\n${inPaper.map((name) => `  ${name}(): 1`).join('\n')}\n}\n`,
    '/// What ProRL was measured on and not trained on: four tasks, and graphs of other sizes than 10.',
    `export mixture logic_unseen {\n${[...UNSEEN.map((name) => `${name}()`), ...coloured].map((one) => `  ${one}: 1`).join('\n')}\n}\n`,
  ].join('\n');
}

/** A task whose parameters are those fields of the data set that are one number, word or switch. */
function declaration(
  { name: dataset, fields }: PackageDataset,
  words: string,
  settings: DescribedSettings,
): string {
  const own = fields.flatMap(({ name, kind, default: value }) => {
    if (value === null || kind === null || kind === 'list') return [];
    const type = kind === 'flag' ? 'Boolean' : kind === 'whole' || kind === 'number' ? 'Number' : 'String';
    const preset = typeof value === 'string' ? JSON.stringify(value) : value;
    return [{ name, text: `  /// ${settings.of(dataset, name)}\n  ${name}: ${type} = ${preset},` }];
  });
  const parameters = own.length === 0 ? '' : `(\n${own.map(({ text }) => text).join('\n')}\n)`;
  const passed = own.map((one) => `, ${one.name}: ${one.name}`).join('');
  return `/// ${words}\nexport task ${dataset}${parameters} = reasoning_gym("${dataset}"${passed}) domain logic\n`;
}
