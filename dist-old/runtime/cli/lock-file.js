import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { libraryIn } from "../../grammar/modules/index.js";
import { ExitCode, ProrlError } from "../errors.js";
import { lockDifferences } from "../graph/lock.js";
import { readLock } from "../graph/read-lock.js";
import { packageRoot } from "../package-root.js";
import { findLibraries } from "../tasks/packages.js";
import { quote } from "./command-name.js";
import { showPath } from "./show-path.js";
import { fileWorkspace } from "./workspace.js";
/** Where the libraries of a pipeline are pinned: beside it. */
export function lockFile(pipeline) {
    return join(dirname(pipeline), 'prorl.lock');
}
/** The lock in a file; undefined where there is none. */
export function openLock(path) {
    return existsSync(path) ? readLock(readFileSync(path, 'utf8'), showPath(path)) : undefined;
}
/**
 * Refuses a pipeline whose libraries are not what `prorl.lock` pins: ProrlError (pipeline) that lists each difference.
 * A graph as JSON says what its libraries once were, so what is installed now is compared too.
 */
export function refuseUnlocked(file, graph, baseFolder) {
    const path = lockFile(file);
    const lock = openLock(path);
    const again = `\`prorl lock ${quote(file)}\``;
    if (lock === undefined) {
        throw new ProrlError(`${file} is not locked: there is no ${showPath(path)}.`, {
            exitCode: ExitCode.pipeline,
            hint: `Write it by ${again} and keep it in version control, or run without --frozen.`,
        });
    }
    const now = installed(graph.libraries, baseFolder);
    const found = new Map(lockDifferences(lock, now).map((one) => [one.library.name, say(one)]));
    for (const { name, version, hash } of graph.libraries) {
        const same = now.some((one) => one.name === name && one.version === version && one.hash === hash);
        if (!same && !found.has(name))
            found.set(name, `${name}: the graph was made with another version or content of it`);
    }
    if (found.size === 0)
        return;
    const lines = [...found.values()].map((line) => `\n  ${line}`);
    throw new ProrlError(`The libraries of ${file} are not the ones in ${showPath(path)}:${lines.join('')}`, {
        exitCode: ExitCode.pipeline,
        hint: `Install what was locked (\`npm ci\`). Where the change is meant, look at it and lock it: ${again}.`,
    });
}
/** The libraries as they are on the disk. */
function installed(libraries, baseFolder) {
    const folders = findLibraries(libraries.map(({ name }) => name), baseFolder);
    return libraries.map(({ name }) => {
        const folder = name === 'prorl' ? packageRoot : folders.get(name);
        if (folder === undefined) {
            throw new ProrlError(`The library ${name} is not installed where ${baseFolder} would find it.`, {
                exitCode: ExitCode.environment,
                hint: `npm install ${name}`,
            });
        }
        const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
        const library = libraryIn(name, { folder: realpathSync(folder), manifest }, fileWorkspace);
        if (library !== null)
            return library;
        throw new ProrlError(`The package ${name} in ${folder} is no library of prorl (any more).`, {
            exitCode: ExitCode.environment,
            hint: `Install it again: npm install ${name}`,
        });
    });
}
function say(difference) {
    const { name, version } = difference.library;
    switch (difference.kind) {
        case 'not locked':
            return `${name}: ${version} is installed, and it is not locked`;
        case 'version':
            return `${name}: ${version} is installed, ${difference.locked} is locked`;
        case 'content':
            return `${name}: ${version} as locked, but its files are not the same`;
    }
}
