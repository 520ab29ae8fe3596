import { join } from 'node:path';
import { ExitCode, ProrlError } from "../errors.js";
/** The folder from which a reference's paths start. Throws a ProrlError where its library is not installed. */
export function rootOf(library, { baseFolder, libraries }) {
    if (library === null)
        return baseFolder;
    const root = libraries.get(library);
    if (root !== undefined)
        return root;
    throw new ProrlError(`The package ${library} is not installed where ${baseFolder} would find it.`, {
        exitCode: ExitCode.environment,
        hint: `npm install ${library}`,
    });
}
/** A path of the graph, as the file system knows it. */
export function pathOf(path, library, around) {
    return path.startsWith('/') ? path : join(rootOf(library, around), path);
}
