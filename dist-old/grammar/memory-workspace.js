import { createHash } from 'node:crypto';
/**
 * A workspace made of texts, by absolute paths such as `/project/main.prorl`: for tests, and for
 * wherever there is no file system. Packages lie in `node_modules` folders, as on disk; `own` is
 * the folder of prorl's own package.
 */
export function memoryWorkspace(files, own = '/prorl') {
    const texts = new Map(Object.entries(files));
    const isFolder = (path) => [...texts.keys()].some((file) => file.startsWith(`${path}/`));
    const workspace = {
        read(file) {
            const text = texts.get(file);
            if (text !== undefined)
                return { text };
            return { problem: isFolder(file) ? 'folder' : 'missing' };
        },
        exists: (file) => texts.has(file),
        resolve: (from, relative) => normal(`${folderOf(from)}/${relative}`),
        relative: relativePath,
        real: (path) => path,
        folderOf,
        packageRoot(file) {
            const found = above(folderOf(file)).find((folder) => texts.has(`${folder}/package.json`));
            return found ?? folderOf(file);
        },
        digests(folder, within) {
            const found = new Map();
            for (const [file, text] of texts) {
                const path = relativePath(folder, file);
                const parts = path.split('/');
                if (parts.some((part) => part.startsWith('.') || part === 'node_modules'))
                    continue;
                if (within?.some((one) => one === path || path.startsWith(`${one}/`)) === false)
                    continue;
                found.set(path, createHash('sha256').update(text).digest('hex'));
            }
            return found;
        },
        findPackage(from, name) {
            const folders = above(folderOf(from)).map((folder) => `${folder}/node_modules/${name}`);
            if (name === 'prorl')
                folders.push(own);
            for (const folder of folders) {
                const manifest = texts.get(`${folder}/package.json`);
                if (manifest !== undefined)
                    return { folder, manifest };
            }
            return null;
        },
    };
    return workspace;
}
function folderOf(file) {
    return file.slice(0, Math.max(file.lastIndexOf('/'), 0));
}
/** A folder and those above it, nearest first. */
function above(folder) {
    const parts = folder.split('/');
    return parts.map((_, i) => parts.slice(0, parts.length - i).join('/'));
}
function normal(path) {
    const out = [];
    for (const part of path.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part === '..')
            out.pop();
        else
            out.push(part);
    }
    return `/${out.join('/')}`;
}
function relativePath(folder, file) {
    const from = folder.split('/').filter((p) => p !== '');
    const to = file.split('/').filter((p) => p !== '');
    let same = 0;
    while (same < from.length && same < to.length && from[same] === to[same])
        same++;
    return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}
