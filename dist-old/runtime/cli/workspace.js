import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { packageRoot as ownFolder } from "../package-root.js";
import { digestFiles } from "./digest-files.js";
/** Bytes; larger files are not read. The compiler's own limit is the same, counted in UTF-16 units. */
const largest = 4 * 1024 * 1024;
/** The file system as the compiler sees it. Paths are absolute, with `/` on every system. */
export const fileWorkspace = {
    read(file) {
        try {
            const stat = statSync(file);
            if (stat.isDirectory())
                return { problem: 'folder' };
            // Reading a pipe or a device may never end.
            if (!stat.isFile())
                return { problem: 'unreadable' };
            if (stat.size > largest)
                return { problem: 'too large' };
            return { text: readFileSync(file, 'utf8') };
        }
        catch (error) {
            const { code } = error;
            return { problem: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable' };
        }
    },
    exists: isFile,
    resolve: (from, path) => slashes(resolve(dirname(from), path)),
    relative: (folder, file) => slashes(relative(folder, file)),
    real(path) {
        try {
            return slashes(realpathSync(path));
        }
        catch {
            return path;
        }
    },
    folderOf: (file) => slashes(dirname(file)),
    packageRoot(file) {
        const found = above(dirname(file)).find((folder) => isFile(join(folder, 'package.json')));
        return slashes(found ?? dirname(file));
    },
    digests: digestFiles,
    findPackage(from, name) {
        const folders = above(dirname(from)).map((folder) => join(folder, 'node_modules', name));
        if (name === 'prorl')
            folders.unshift(ownFolder);
        for (const folder of folders) {
            const manifest = join(folder, 'package.json');
            if (isFile(manifest))
                return { folder: slashes(realpathSync(folder)), manifest: readManifestText(manifest) };
        }
        return null;
    },
};
function readManifestText(file) {
    try {
        return statSync(file).size > largest ? null : readFileSync(file, 'utf8');
    }
    catch {
        return null;
    }
}
function isFile(path) {
    return existsSync(path) && statSync(path).isFile();
}
/** A folder and those above it, nearest first. */
function above(folder) {
    const folders = [resolve(folder)];
    for (let next = dirname(folders[0]); next !== folders.at(-1); next = dirname(next))
        folders.push(next);
    return folders;
}
function slashes(path) {
    return sep === '/' ? path : path.split(sep).join('/');
}
