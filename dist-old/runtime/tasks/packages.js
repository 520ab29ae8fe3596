import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
/** Conditions of an `exports` map that fit an import in Node, as Node itself takes them. */
const CONDITIONS = new Set(['import', 'node', 'node-addons', 'module-sync', 'default']);
/** Takes `@acme/logic/tasks/zebra` apart: the package's name, and the path inside it (perhaps empty). */
export function splitSpecifier(specifier) {
    const parts = specifier.split('/');
    const nameLength = specifier.startsWith('@') ? 2 : 1;
    return { name: parts.slice(0, nameLength).join('/'), inside: parts.slice(nameLength).join('/') };
}
/** The folder of an installed npm package, looked for as Node does, from a folder upwards. */
export function findPackage(name, from) {
    for (let folder = from;; folder = dirname(folder)) {
        const candidate = join(folder, 'node_modules', ...name.split('/'));
        if (existsSync(join(candidate, 'package.json')))
            return candidate;
        if (folder === dirname(folder))
            return undefined;
    }
}
/**
 * The folders of libraries, by name: each is looked for from `from`, and what is not found there from the
 * libraries that are, since one may bring another along. What is found nowhere is left out.
 */
export function findLibraries(names, from) {
    const found = new Map();
    const places = [from];
    for (const place of places) {
        for (const name of names) {
            const folder = found.has(name) ? undefined : findPackage(name, place);
            if (folder === undefined)
                continue;
            found.set(name, folder);
            // A linked library finds its own packages from where it really lies.
            places.push(realpathSync(folder));
        }
    }
    return found;
}
/**
 * The file that a package's `exports` (or, for the package as a whole, `main`) gives for a path inside it.
 * Undefined where package.json names none: the caller may then look for a plain file. Patterns (`./*`) are
 * not expanded, since the plain file mostly is what they lead to.
 */
export function packageFile(root, inside) {
    const { exports, main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const target = conditional(subpath(exports, inside));
    if (target !== undefined)
        return within(root, target);
    if (inside !== '')
        return undefined;
    return within(root, typeof main === 'string' ? main : 'index.js');
}
function subpath(exports, inside) {
    const map = isObject(exports) && Object.keys(exports).some((key) => key.startsWith('.')) ? exports : { '.': exports };
    return map[inside === '' ? '.' : `./${inside}`];
}
function conditional(target) {
    if (typeof target === 'string')
        return target;
    if (!isObject(target))
        return undefined;
    for (const [condition, inner] of Object.entries(target)) {
        if (!CONDITIONS.has(condition))
            continue;
        const found = conditional(inner);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function within(root, target) {
    const file = join(root, target);
    return file.startsWith(root + sep) ? file : undefined;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
