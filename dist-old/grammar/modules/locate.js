import { listed, nearest, problem, replace } from "../diagnostics/index.js";
import { readManifest } from "./manifest.js";
import { readSpecifier } from "./specifier.js";
/** Finds the files that the string of an import names. `library` is the importing file's own. */
export function locate(from, file, library, workspace) {
    const specifier = readSpecifier(from.value);
    if (specifier.kind === 'bad') {
        const fix = { title: 'write "./file.prorl", or a package such as "prorl/tasks"', edits: [] };
        return fail(problem('M0210', from.span, `"${from.value}" cannot be imported`, {
            reason: `${capital(specifier.why)}.`,
            fix,
        }));
    }
    if (specifier.kind === 'file')
        return locateFile(from, specifier.path, file, library, workspace);
    return locatePackage(from, specifier.name, specifier.module, file, workspace);
}
function locateFile(from, path, file, library, workspace) {
    const target = workspace.resolve(file, path);
    const root = library?.folder ?? workspace.packageRoot(file);
    const [realRoot, real] = [workspace.real(root), workspace.real(target)];
    if (leaves(workspace.relative(root, target)) || leaves(workspace.relative(realRoot, real))) {
        return fail(problem('M0208', from.span, `"${path}" leaves the package`, {
            reason: 'A file imports files of its own package and modules of installed packages, so that a pipeline can be copied and published as a whole.',
            fix: { title: 'move the file into the package, or make a package of it and install it', edits: [] },
        }));
    }
    if (workspace.exists(target))
        return { targets: [{ file: target, library }] };
    const completed = `${path}.prorl`;
    const found = workspace.exists(workspace.resolve(file, completed));
    return fail(problem('M0201', from.span, `there is no file "${path}"`, {
        reason: `It was looked for at ${target}.`,
        fix: found
            ? replace(from.span, `"${completed}"`, `write "${completed}"`)
            : { title: 'check the path; it starts from the folder of this file', edits: [] },
    }));
}
function locatePackage(from, name, module, file, workspace) {
    const installed = workspace.findPackage(file, name);
    const whole = module === null ? name : `${name}/${module}`;
    if (installed === null) {
        const beside = [whole, `${whole}.prorl`].find((path) => workspace.exists(workspace.resolve(file, `./${path}`)));
        const near = nearest(name, ['prorl']);
        const fix = beside !== undefined
            ? replace(from.span, `"./${beside}"`, `write "./${beside}" for the file beside this one`)
            : near !== undefined
                ? replace(from.span, JSON.stringify(module === null ? near : `${near}/${module}`), `did you mean "${near}"?`)
                : { title: `npm install ${name}`, edits: [] };
        return fail(problem('M0202', from.span, `the package "${name}" is not installed`, {
            reason: beside === undefined
                ? 'It was looked for in the node_modules folders from this file upward.'
                : 'A path to a file starts with "./" or "../"; anything else is a package.',
            fix,
        }));
    }
    const manifest = readManifest(installed.manifest);
    if (manifest.kind === 'none') {
        return fail(problem('M0203', from.span, `the package "${name}" has no prorl modules`, {
            reason: 'A library names its modules in its package.json: "prorl": { "modules": { "tasks": "tasks.prorl" } }.',
            fix: { title: `import from another package, or ask the authors of "${name}"`, edits: [] },
        }));
    }
    if (manifest.kind === 'broken') {
        return fail(problem('M0209', from.span, `the package.json of "${name}" is broken`, {
            reason: `${capital(manifest.why)}. It is in ${installed.folder}.`,
            fix: { title: `install the package again: npm install ${name}`, edits: [] },
        }));
    }
    const names = [...manifest.modules.keys()].filter((n) => n !== '.');
    const wanted = module ?? (manifest.modules.has('.') ? '.' : null);
    if (wanted !== null && !manifest.modules.has(wanted)) {
        const near = nearest(wanted, names);
        return fail(problem('M0204', from.span, `the package "${name}" has no module "${wanted}"`, {
            reason: names.length === 0 ? `It is imported as "${name}".` : `Its modules are ${listed(names, 'and')}.`,
            fix: near === undefined
                ? undefined
                : replace(from.span, `"${name}/${near}"`, `did you mean "${name}/${near}"?`),
        }));
    }
    const { version, published } = manifest;
    const library = { name, version, folder: installed.folder, published };
    const targets = [];
    for (const [key, path] of manifest.modules) {
        if (wanted !== null && key !== wanted)
            continue;
        // Resolved as from a file in the package's folder.
        const target = workspace.resolve(`${installed.folder}/package.json`, path);
        if (leaves(workspace.relative(installed.folder, target)) ||
            leaves(workspace.relative(workspace.real(installed.folder), workspace.real(target)))) {
            return fail(problem('M0208', from.span, `the module "${key}" of "${name}" leaves its package`, {
                reason: `Its package.json gives the path "${path}".`,
                fix: { title: `tell the authors of "${name}"`, edits: [] },
            }));
        }
        targets.push({ file: target, library });
    }
    return { targets };
}
function leaves(relative) {
    return relative === '..' || relative.startsWith('../') || relative.startsWith('/');
}
function fail(found) {
    return { problem: found };
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
