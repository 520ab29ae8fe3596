import { parse } from 'yaml';

/** Which files are which split, as the front matter of a data set's README.md says. */
export interface Configuration {
  readonly name: string;
  readonly isDefault: boolean;
  /** Patterns of paths by split; of several the first that has files. */
  readonly splits: readonly { readonly split: string; readonly patterns: readonly string[] }[];
}

/** Characters of front matter; there is no card with as many. */
const LONGEST = 1024 * 1024;

/**
 * The `configs:` of a card of the Hugging Face hub. None: it says nothing of files.
 * @throws Error where the front matter is not YAML, or `configs:` has another form.
 */
export function readCard(text: string): Configuration[] {
  const front = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---/.exec(text.slice(0, LONGEST))?.[1];
  if (front === undefined) return [];
  const card = parse(front, { maxAliasCount: 100, logLevel: 'silent' }) as unknown;
  const configs = entry(card, 'configs');
  if (configs === undefined || configs === null) return [];
  if (!Array.isArray(configs)) throw new Error('"configs" is no list');
  return configs.flatMap((config: unknown, i): Configuration[] => {
    const name = entry(config, 'config_name') ?? 'default';
    if (typeof name !== 'string') throw new Error(`the config_name of configs[${i}] is no text`);
    const files = entry(config, 'data_files');
    if (files === undefined || files === null) return [];
    return [{ name, isDefault: entry(config, 'default') === true, splits: splitsOf(files, name) }];
  });
}

function splitsOf(files: unknown, name: string): Configuration['splits'] {
  if (typeof files === 'string') return [{ split: 'train', patterns: [files] }];
  const list = Array.isArray(files)
    ? files
    : Object.entries(files as object).map(([split, path]) => ({ split, path: path as unknown }));
  if (list.every((one) => typeof one === 'string')) return [{ split: 'train', patterns: list }];
  return list.map((one: unknown) => {
    const split = entry(one, 'split') ?? 'train';
    const path = entry(one, 'path');
    const patterns = typeof path === 'string' ? [path] : path;
    if (
      typeof split !== 'string' ||
      !Array.isArray(patterns) ||
      !patterns.every((p) => typeof p === 'string')
    ) {
      throw new Error(`the data_files of "${name}" are not pairs of split and path`);
    }
    return { split, patterns: patterns as string[] };
  });
}

function entry(of: unknown, key: string): unknown {
  return typeof of === 'object' && of !== null && Object.hasOwn(of, key)
    ? (of as Record<string, unknown>)[key]
    : undefined;
}
