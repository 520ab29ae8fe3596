import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
/** Digests of files that were hashed before, for as long as they stay as they are: an editor asks often. */
const known = new Map();
/** See `Workspace.digests`. */
export function digestFiles(folder, within) {
    const found = new Map();
    for (const path of within ?? [''])
        visit(folder, path, found);
    return found;
}
function visit(folder, path, found) {
    const file = join(folder, path);
    const stat = lstatSync(file, { throwIfNoEntry: false });
    if (stat?.isFile())
        found.set(path, digest(file, stat));
    if (!stat?.isDirectory())
        return;
    for (const name of names(file)) {
        if (name.startsWith('.') || name === 'node_modules')
            continue;
        visit(folder, path === '' ? name : `${path}/${name}`, found);
    }
}
function names(folder) {
    try {
        return readdirSync(folder);
    }
    catch (error) {
        if (isUnreadable(error))
            return [];
        throw error;
    }
}
function digest(file, { ino, size, mtimeMs, ctimeMs }) {
    const stamp = `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
    const before = known.get(file);
    if (before?.stamp === stamp)
        return before.digest;
    try {
        const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
        known.set(file, { stamp, digest });
        return digest;
    }
    catch (error) {
        // Equal to no content, so that nothing that is pinned is taken to be there.
        if (isUnreadable(error))
            return 'unreadable';
        throw error;
    }
}
function isUnreadable(error) {
    const { code } = error;
    return code === 'EACCES' || code === 'EPERM' || code === 'ENOENT';
}
