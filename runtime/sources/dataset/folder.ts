import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readCard, type Configuration } from './card.ts';

/** How deep folders are looked into, and how many files a data set may have. */
const [DEEPEST, MOST] = [6, 20_000];

/** The names that the Hugging Face hub takes for its three splits. */
const KEYWORDS: readonly (readonly [string, readonly string[]])[] = [
  ['train', ['train', 'training']],
  ['validation', ['validation', 'valid', 'val', 'dev']],
  ['test', ['test', 'testing', 'eval', 'evaluation']],
];

/** Files of the hub's that hold no rows. */
const NO_DATA = new Set([
  'dataset_dict.json',
  'dataset_info.json',
  'dataset_infos.json',
  'state.json',
  'package.json',
]);

export class FolderProblem extends Error {
  readonly hint: string;

  constructor(why: string, hint: string) {
    super(why);
    this.hint = hint;
  }
}

/** What a folder of shards holds: its files by split, each a path relative to the folder, in order. */
export type Splits = ReadonlyMap<string, readonly string[]>;

/**
 * The splits of a folder as the Hugging Face hub lays them out: as README.md says under `configs:`, or else by the
 * names of files and folders. Throws FolderProblem where there is no data, or several configurations and none named.
 */
export function findSplits(folder: string, config: string | null): Splits {
  const files = walk(folder);
  if (files.some((file) => /(?:^|\/)(?:dataset_dict|state)\.json$/.test(file)) && !files.some(isRows)) {
    throw new FolderProblem(
      'it is as `save_to_disk` of the Python package datasets wrote it, in Arrow, which is not read',
      'Write each split as Parquet: load_from_disk(FOLDER)["train"].to_parquet("train.parquet").',
    );
  }
  const configurations = cardOf(folder, files);
  const splits = configurations.length > 0 ? byCard(configurations, files, config) : byNames(files, config);
  for (const [split, paths] of splits) {
    checkShards(paths);
    if (new Set(paths.map((path) => path.endsWith('.parquet'))).size > 1) {
      throw new FolderProblem(
        `the split "${split}" has Parquet and JSONL files`,
        'They may hold the same rows twice: keep one of both.',
      );
    }
  }
  return splits;
}

function walk(folder: string): string[] {
  const found: string[] = [];
  const look = (inside: string, depth: number): void => {
    for (const name of readdirSync(join(folder, inside)).sort()) {
      if (name.startsWith('.') || name === 'node_modules') continue;
      const path = inside === '' ? name : `${inside}/${name}`;
      // Links are followed: the hub's cache consists of them. The depth ends a circle.
      const stat = statSync(join(folder, path), { throwIfNoEntry: false });
      if (stat?.isDirectory() === true && depth < DEEPEST) look(path, depth + 1);
      else if (stat?.isFile() === true) found.push(path);
      if (found.length > MOST) {
        throw new FolderProblem(
          `it has more than ${MOST} files`,
          'Name the folder that holds the data alone.',
        );
      }
    }
  };
  look('', 0);
  return found;
}

function cardOf(folder: string, files: readonly string[]): Configuration[] {
  if (!files.includes('README.md')) return [];
  try {
    return readCard(readFileSync(join(folder, 'README.md'), 'utf8'));
  } catch (cause) {
    throw new FolderProblem(
      `the front matter of README.md cannot be read: ${(cause as Error).message}`,
      'It is YAML between two lines "---"; configs: says which files are which split.',
    );
  }
}

function byCard(
  configurations: readonly Configuration[],
  files: readonly string[],
  config: string | null,
): Splits {
  const chosen =
    config === null
      ? configurations.length === 1
        ? configurations[0]
        : configurations.find((one) => one.isDefault || one.name === 'default')
      : configurations.find((one) => one.name === config);
  const names = configurations.map((one) => `"${one.name}"`).join(', ');
  if (chosen === undefined) {
    const why = config === null ? 'it has several configurations' : `it has no configuration "${config}"`;
    throw new FolderProblem(why, `Name one of them: ${names}, such as config: ${names.split(', ')[0]}.`);
  }
  return new Map(
    chosen.splits.map(({ split, patterns }) => {
      const paths = files.filter((file) => patterns.some((pattern) => matches(pattern, file)));
      if (paths.length > 0) return [split, paths];
      const packed = files.length === 0 ? ' The folder is empty.' : '';
      throw new FolderProblem(
        `README.md names ${patterns.join(', ')} as the split "${split}", and no file is called so`,
        `Fetch the whole data set.${packed}`,
      );
    }),
  );
}

/** Whether a path is one of a pattern's, with `*`, `**` and `?`. */
function matches(pattern: string, path: string): boolean {
  // A pattern of many stars would take for ever to try; none is as long.
  if (pattern.split('*').length > 12) return false;
  const form = pattern
    .replace(/^\.\//, '')
    .split(/(\*\*\/?|\*|\?)/)
    .map((part) => {
      if (part.startsWith('**')) return '.*';
      if (part === '*') return '[^/]*';
      return part === '?' ? '[^/]' : part.replace(/[\\^$.|+()[\]{}]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${form}$`).test(path);
}

function isRows(file: string): boolean {
  return /\.(parquet|jsonl|ndjson|json)$/.test(file) && !NO_DATA.has(baseOf(file));
}

function byNames(all: readonly string[], config: string | null): Splits {
  const inside = config === null ? all : all.filter((file) => file.startsWith(`${config}/`));
  const files = inside.filter(isRows);
  if (config !== null && inside.length === 0) {
    const folders = [...new Set(all.filter((f) => f.includes('/')).map((f) => f.split('/')[0]!))];
    throw new FolderProblem(
      `it has no configuration "${config}"`,
      `A configuration is a folder in it${folders.length === 0 ? '' : `: ${folders.join(', ')}`}.`,
    );
  }
  if (files.length === 0) {
    const packed = inside.find((file) => /\.(gz|zst|zip|arrow|csv|tsv)$/.test(file));
    throw new FolderProblem(
      'there is no data in it',
      `Data are files that end in .parquet or .jsonl${packed === undefined ? '' : `; ${packed} is of another form`}.`,
    );
  }
  const splits = new Map<string, string[]>();
  for (const file of files) {
    const split = splitOfName(file) ?? 'train';
    splits.set(split, [...(splits.get(split) ?? []), file]);
  }
  for (const [split, paths] of splits) {
    const folders = [...new Set(paths.map((path) => path.slice(0, Math.max(0, path.lastIndexOf('/')))))];
    if (
      folders.length > 1 &&
      !folders.every((one) => one.split('/').some((part) => wordOf(part) === split))
    ) {
      throw new FolderProblem(
        `the split "${split}" lies in several folders: ${folders.map((one) => one || '.').join(', ')}`,
        `Name the one that is meant: config: "${folders.find((one) => one !== '')!.split('/')[0]}".`,
      );
    }
  }
  return splits;
}

/** The split that a path names: of a shard what stands before its number, otherwise one of the hub's words. */
function splitOfName(path: string): string | undefined {
  const shard = /^(.+)-\d{5}-of-\d{5}(-[0-9a-f]+)?\.\w+$/.exec(baseOf(path))?.[1];
  if (shard !== undefined) return wordOf(shard) ?? shard;
  return path
    .replace(/\.\w+$/, '')
    .split('/')
    .toReversed()
    .map(wordOf)
    .find((one) => one !== undefined);
}

function wordOf(text: string): string | undefined {
  const words = text.toLowerCase().split(/[^a-z]+/);
  return KEYWORDS.find(([, names]) => names.some((name) => words.includes(name)))?.[0];
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Shards are numbered: all of `-of-00003` must be there. */
function checkShards(paths: readonly string[]): void {
  const sets = new Map<string, Set<number>>();
  for (const path of paths) {
    const parts = /^(.+)-(\d{5})-of-(\d{5})((?:-[0-9a-f]+)?\.\w+)$/.exec(path);
    if (parts === null) continue;
    const key = `${parts[1]}-?-of-${parts[3]}${parts[4]!.slice(parts[4]!.lastIndexOf('.'))}`;
    sets.set(key, (sets.get(key) ?? new Set()).add(Number(parts[2])));
  }
  for (const [key, numbers] of sets) {
    const of = Number(/-of-(\d{5})\.\w+$/.exec(key)![1]);
    for (let n = 0; n < of; n++) {
      if (numbers.has(n)) continue;
      const name = key.replace('-?-', `-${String(n).padStart(5, '0')}-`);
      throw new FolderProblem(
        `${name} is missing: there are ${numbers.size} of ${of} shards`,
        'Fetch it again.',
      );
    }
  }
}
