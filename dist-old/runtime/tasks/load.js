var __rewriteRelativeImportExtension = (this && this.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { closest } from 'fastest-levenshtein';
import { ExitCode, ProrlError } from "../errors.js";
import { findPackage, packageFile, splitSpecifier } from "./packages.js";
const STANDARD = 'prorl:';
/** The package's own name as a library, and where its modules lie. */
const OWN_NAME = 'prorl';
const OWN_MODULES = 'stdlib/';
/** This file's own extension tells whether the package runs from its source or as compiled. */
const OWN_EXTENSION = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
/**
 * Imports the code of a task. `baseFolder` is the folder of the pipeline: relative paths and npm packages
 * are looked up from there. Throws ProrlError where there is no such module or export, where the module
 * itself fails, and where what it exports is not a task (saying which member does not fit).
 */
export async function loadTask(ref, baseFolder) {
    return (await load(ref, baseFolder, {
        what: 'task',
        needed: ['generate', 'verify'],
        optional: ['solve', 'slip', 'close'],
        form: 'A task is an object with name, generate(settings, random) and verify(problem, response); see the Task interface of prorl.',
    }));
}
/** Imports the code of a verifier, as `loadTask` does that of a task. */
export async function loadVerifier(ref, baseFolder) {
    return (await load(ref, baseFolder, {
        what: 'verifier',
        needed: ['verify'],
        optional: ['close'],
        form: 'A verifier is an object with name and verify(problem, response, settings); see the Verifier interface of prorl.',
    }));
}
async function load(ref, baseFolder, kind) {
    const file = locate(ref, resolve(baseFolder));
    const module = await importModule(ref, file);
    const name = ref.export ?? 'default';
    if (!Object.hasOwn(module, name)) {
        const names = Object.keys(module);
        throw pipelineError(`${ref.module} exports no "${name}" (${file}).`, names.length === 0
            ? `It exports nothing. Export the ${kind.what} from it.`
            : `It exports ${names.join(', ')}.`);
    }
    const found = module[name];
    const misfit = whyNot(found, kind);
    if (misfit !== undefined) {
        throw pipelineError(`"${name}" of ${ref.module} is not a ${kind.what}: ${misfit} (${file}).`, kind.form);
    }
    return found;
}
/** The file that holds the code of a task; throws ProrlError where there is none. */
function locate({ module, library }, baseFolder) {
    if (module.startsWith(STANDARD))
        return locateStandard(module.slice(STANDARD.length));
    if (library === undefined && !/^(\.\.?)?[/\\]/.test(module))
        return locateInPackage(module, baseFolder);
    const owner = typeof library === 'string' ? { name: library } : (library ?? undefined);
    if (owner?.name === OWN_NAME && module.replace(/^\.\//, '').startsWith(OWN_MODULES)) {
        // Its modules lie elsewhere once compiled, so they are found from here and not from its root.
        return locateStandard(module.slice(module.indexOf(OWN_MODULES) + OWN_MODULES.length));
    }
    const folder = owner === undefined ? baseFolder : libraryRoot(owner, baseFolder);
    const file = existingFile(resolve(folder, module));
    if (file !== undefined)
        return file;
    throw pipelineError(`There is no task module ${module} in ${folder}.`, 'Paths are relative to the library, or without one to the folder of the pipeline; the extension (.js, .mjs, .ts) may be left out.');
}
function locateInPackage(specifier, baseFolder) {
    const { name, inside } = splitSpecifier(specifier);
    const root = libraryRoot({ name }, baseFolder);
    const file = packageFile(root, inside) ?? (inside === '' ? undefined : existingFile(join(root, inside)));
    if (file !== undefined && existsSync(file))
        return file;
    throw pipelineError(`The package ${name} has no file ${inside === '' ? 'to import (no main, no exports)' : inside} (${root}).`, 'Look at "exports" in its package.json, or name a file in it.');
}
function locateStandard(name) {
    const folder = fileURLToPath(new URL('../../stdlib/', import.meta.url));
    const known = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith(OWN_EXTENSION) && !file.endsWith('.d.ts'))
        .map((file) => file.slice(0, -OWN_EXTENSION.length).replaceAll(sep, '/'))
        .sort();
    // Only names that are there, so that no path leads out of the folder.
    if (known.includes(name))
        return join(folder, name + OWN_EXTENSION);
    throw pipelineError(`The standard library has no module ${STANDARD}${name}.`, known.length === 0
        ? 'It is empty here: install prorl again.'
        : `Did you mean ${STANDARD}${closest(name, known)}?`);
}
function libraryRoot(library, baseFolder) {
    if (library.root !== undefined)
        return resolve(baseFolder, library.root);
    const root = findPackage(library.name, baseFolder);
    if (root !== undefined)
        return root;
    throw new ProrlError(`The package ${library.name} is not installed where ${baseFolder} would find it.`, {
        exitCode: ExitCode.environment,
        hint: `npm install ${library.name}`,
    });
}
function existingFile(path) {
    return ['', '.js', '.mjs', '.ts']
        .map((extension) => path + extension)
        .find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}
async function importModule(ref, file) {
    try {
        return (await import(__rewriteRelativeImportExtension(pathToFileURL(file).href)));
    }
    catch (cause) {
        const code = cause?.code;
        // Node takes types away itself from 22.18 on, but not in installed packages.
        const installed = code === 'ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING' || /[\\/]node_modules[\\/]/.test(file);
        const typescript = code === 'ERR_UNKNOWN_FILE_EXTENSION' || code === 'ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING';
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new ProrlError(`The task module ${ref.module} cannot be imported: ${reason} (${file}).`, {
            exitCode: ExitCode.pipeline,
            hint: typescript
                ? installed
                    ? 'Node runs no TypeScript of installed packages: its authors publish it as JavaScript, and name that file in code("./...js").'
                    : 'This Node does not run TypeScript. Compile the module to JavaScript, or use Node 22.18 or later.'
                : `Mend the module, then try it alone: node ${file}`,
            cause,
        });
    }
}
/** What keeps a value from being of a kind, or undefined where it is. */
function whyNot(value, kind) {
    if (typeof value !== 'object' || value === null)
        return `it is ${describe(value)}, not an object`;
    const members = value;
    if (typeof members.name !== 'string' || members.name === '') {
        return `its "name" is ${describe(members.name)}, not a text`;
    }
    for (const member of kind.needed) {
        if (typeof members[member] !== 'function') {
            return `its "${member}" is ${describe(members[member])}, not a function`;
        }
    }
    for (const member of kind.optional) {
        if (members[member] !== undefined && typeof members[member] !== 'function') {
            return `its "${member}" is ${describe(members[member])}; it may be left out, or be a function`;
        }
    }
    const settings = members.settings;
    if (settings !== undefined && (typeof settings !== 'object' || settings === null)) {
        return `its "settings" is ${describe(settings)}; it may be left out, or be an object`;
    }
    return undefined;
}
function describe(value) {
    if (value === undefined)
        return 'missing';
    if (value === null)
        return 'null';
    if (value === '')
        return 'an empty text';
    return `a ${typeof value}`;
}
function pipelineError(message, hint) {
    return new ProrlError(message, { exitCode: ExitCode.pipeline, hint });
}
