import { readFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { packageRoot } from "../package-root.js";
/**
 * A path as people write it: relative to the working folder where it lies below it, and what an installed package
 * brings by the name that imports give it: `prorl/tasks`, `@acme/prorl-logic/logic.prorl`.
 */
export function showPath(path) {
    const installed = path.split(`${sep}node_modules${sep}`).at(-1);
    if (installed !== path)
        return installed.split(sep).join('/');
    const near = relative('.', path);
    if (near === '')
        return '.';
    if (!near.startsWith('..') && !isAbsolute(near))
        return near;
    const own = relative(packageRoot, path);
    return own.startsWith('..') || isAbsolute(own) ? path : ownModule(resolve(path), own);
}
/** What prorl itself brings: `prorl/tasks` for one of its modules. */
function ownModule(path, own) {
    const { prorl } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
    const module = Object.entries(prorl.modules).find(([, file]) => resolve(packageRoot, file) === path);
    return `prorl/${module?.[0] ?? own.split(sep).join('/')}`;
}
