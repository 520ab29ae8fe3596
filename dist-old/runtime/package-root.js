import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
/** The folder of the prorl package itself, both from source and from `dist`. */
export const packageRoot = find(dirname(fileURLToPath(import.meta.url)));
function find(folder) {
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'spec', 'schemas')))
        return folder;
    const parent = dirname(folder);
    if (parent === folder)
        throw new Error('prorl is installed incompletely: its package.json was not found');
    return find(parent);
}
