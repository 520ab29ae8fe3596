import { problem } from "../diagnostics/index.js";
import { parse } from "../parse.js";
import { makeSource, spanAt } from "../source.js";
import { librariesOf } from "./library.js";
import { locate } from "./locate.js";
import { bindNames } from "./bind.js";
import { lostNames } from "./lost-names.js";
/** Imports may lead this deep. */
const deepest = 100;
/**
 * Reads a file and all that it imports, and finds out what each name means. Never throws on any content.
 * `library`: the package that the file is read as a module of; without it, it is a pipeline's own.
 */
export function loadModules(entry, workspace, parseText = parse, library = null) {
    const loading = {
        workspace,
        parse: parseText,
        done: new Map(),
        open: [],
        modules: [],
        libraries: new Map(),
        diagnostics: [],
        sources: new Map(),
    };
    const module = load(loading, { file: entry, library }, undefined);
    const { modules, diagnostics, sources } = loading;
    let libraries;
    return {
        entry: module,
        modules,
        diagnostics,
        sources,
        // Hashed when asked for: an editor that only wants diagnostics need not wait.
        get libraries() {
            return (libraries ??= librariesOf(modules, workspace));
        },
    };
}
function load(loading, target, by) {
    const { file, library } = target;
    const known = loading.done.get(file);
    if (known !== undefined)
        return known;
    const read = loading.workspace.read(file);
    if (!('text' in read)) {
        loading.diagnostics.push(unreadable(file, read.problem, by));
        loading.done.set(file, null);
        return null;
    }
    loading.sources.set(file, read.text);
    const { file: syntax, diagnostics } = loading.parse(file, read.text);
    const own = [...diagnostics];
    loading.open.push(file);
    const imports = syntax.imports.map((found) => resolveImport(loading, found, file, library, own));
    loading.open.pop();
    const damaged = diagnostics.some((d) => d.severity === 'error');
    const lost = damaged ? lostNames(read.text) : null;
    const module = bindNames(file, library, syntax, lost, imports, own);
    loading.done.set(file, module);
    loading.modules.push(module);
    loading.diagnostics.push(...own);
    return module;
}
function resolveImport(loading, found, file, library, own) {
    const none = { import: found, from: null };
    if (found.from.kind === 'Missing')
        return none;
    const located = locate(found.from, file, library, loading.workspace);
    if ('problem' in located) {
        own.push(located.problem);
        return none;
    }
    const modules = [];
    for (const target of located.targets) {
        const twin = otherCopy(loading, target);
        if (twin !== undefined) {
            own.push(installedTwice(found, target.library, twin));
            return none;
        }
        const circle = loading.open.indexOf(target.file);
        if (circle >= 0 || loading.open.length >= deepest) {
            own.push(circleOf(loading, found, [...loading.open.slice(Math.max(circle, 0)), target.file]));
            return none;
        }
        const module = load(loading, target, found);
        if (module === null)
            return none;
        modules.push(module);
    }
    return { import: found, from: modules };
}
/** Where else a library was found before: a run finds its code by its name, so that there can be only one. */
function otherCopy({ libraries }, { library }) {
    if (library === null)
        return undefined;
    const known = libraries.get(library.name);
    if (known === undefined)
        libraries.set(library.name, library);
    return known === undefined || known.folder === library.folder ? undefined : known;
}
function installedTwice(found, library, other) {
    const { name } = library;
    return problem('M0212', found.from.span, `the library "${name}" is installed twice`, {
        reason: `This file finds version ${library.version} in ${library.folder}, another one finds version ${other.version} in ${other.folder}. ` +
            'In a pipeline a task means one thing.',
        fix: { title: `npm dedupe, or let all of them ask for one version of "${name}"`, edits: [] },
    });
}
function circleOf(loading, found, path) {
    const root = loading.workspace.folderOf(path[0] ?? '');
    const names = path.map((file) => loading.workspace.relative(root, file));
    const itself = path.length === 2;
    return problem('M0206', found.from.span, itself ? 'this file imports itself' : 'these imports go round in a circle', {
        label: itself ? '' : 'closes the circle',
        reason: itself
            ? 'What a file declares is known in it without an import.'
            : `${names.join(' -> ')}. Each file must be readable before the one that imports it.`,
        fix: {
            title: itself ? 'remove the import' : 'move what both files need into a third one',
            edits: itself ? [{ span: found.span, text: '' }] : [],
        },
    });
}
const why = {
    missing: 'does not exist',
    folder: 'is a folder',
    unreadable: 'cannot be read',
    'too large': 'is too large for a pipeline',
};
function unreadable(file, reason, by) {
    const span = by?.from.span ?? spanAt(makeSource(file, ''), 0, 0);
    const titles = {
        missing: 'check the path',
        folder: 'name a .prorl file in it',
        unreadable: 'check who may read it',
        'too large': 'a .prorl file has at most 4 MB: move data into tasks',
    };
    return problem(reason === 'too large' ? 'P0102' : 'M0201', span, `the file ${file} ${why[reason]}`, {
        fix: { title: titles[reason], edits: [] },
    });
}
