import { createHash } from 'node:crypto';
import { readManifest } from "./manifest.js";
/** The libraries that modules come from, by name, each with its content hash. */
export function librariesOf(modules, workspace) {
    const byName = new Map();
    for (const { library } of modules)
        if (library !== null)
            byName.set(library.name, library);
    return [...byName.values()]
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name, version, folder, published }) => ({
        name,
        version,
        hash: contentHash(name, folder, published, workspace),
    }));
}
/** The library in an installed package; null where the package is none, or its manifest is broken. */
export function libraryIn(name, installed, workspace) {
    const manifest = readManifest(installed.manifest);
    if (manifest.kind !== 'modules')
        return null;
    const hash = contentHash(name, installed.folder, manifest.published, workspace);
    return { name, version: manifest.version, hash };
}
/**
 * SHA-256 over the listing of the files that are published, sorted by path, a line for each as
 * `sha256sum` writes it. Of prorl itself the modules of the language alone count: its code runs the
 * pipeline as a whole, is other files from source than as installed, and is pinned by its version.
 */
function contentHash(name, folder, published, workspace) {
    const own = name === 'prorl';
    const files = [...workspace.digests(folder, own ? ['stdlib'] : published)]
        .filter(([path]) => !own || path.endsWith('.prorl'))
        .toSorted(([a], [b]) => (a < b ? -1 : 1));
    const hash = createHash('sha256');
    for (const [path, digest] of files)
        hash.update(`${digest}  ${path}\n`);
    return hash.digest('hex');
}
