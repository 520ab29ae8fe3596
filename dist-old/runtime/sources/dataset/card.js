import { parse } from 'yaml';
/** Characters of front matter; there is no card with as many. */
const LONGEST = 1024 * 1024;
/**
 * The `configs:` of a card of the Hugging Face hub. None: it says nothing of files.
 * @throws Error where the front matter is not YAML, or `configs:` has another form.
 */
export function readCard(text) {
    const front = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---/.exec(text.slice(0, LONGEST))?.[1];
    if (front === undefined)
        return [];
    const card = parse(front, { maxAliasCount: 100, logLevel: 'silent' });
    const configs = entry(card, 'configs');
    if (configs === undefined || configs === null)
        return [];
    if (!Array.isArray(configs))
        throw new Error('"configs" is no list');
    return configs.flatMap((config, i) => {
        const name = entry(config, 'config_name') ?? 'default';
        if (typeof name !== 'string')
            throw new Error(`the config_name of configs[${i}] is no text`);
        const files = entry(config, 'data_files');
        if (files === undefined || files === null)
            return [];
        return [{ name, isDefault: entry(config, 'default') === true, splits: splitsOf(files, name) }];
    });
}
function splitsOf(files, name) {
    if (typeof files === 'string')
        return [{ split: 'train', patterns: [files] }];
    const list = Array.isArray(files)
        ? files
        : Object.entries(files).map(([split, path]) => ({ split, path: path }));
    if (list.every((one) => typeof one === 'string'))
        return [{ split: 'train', patterns: list }];
    return list.map((one) => {
        const split = entry(one, 'split') ?? 'train';
        const path = entry(one, 'path');
        const patterns = typeof path === 'string' ? [path] : path;
        if (typeof split !== 'string' ||
            !Array.isArray(patterns) ||
            !patterns.every((p) => typeof p === 'string')) {
            throw new Error(`the data_files of "${name}" are not pairs of split and path`);
        }
        return { split, patterns: patterns };
    });
}
function entry(of, key) {
    return typeof of === 'object' && of !== null && Object.hasOwn(of, key)
        ? of[key]
        : undefined;
}
