import { locate } from "../modules/locate.js";
import { readManifest } from "../modules/manifest.js";
import { declarationItem, moduleItem } from "./completion-items.js";
import { spanAt } from "../source.js";
/** The modules that the string of an import may name: of installed packages, and files of one's own. */
export function importPaths(session, view, { item, string }) {
    if (item[0]?.image !== 'import' || string === null)
        return [];
    const { workspace } = session;
    const found = [];
    for (const name of packagesOf(session, view.file)) {
        const installed = workspace.findPackage(view.file, name);
        const manifest = installed === null ? undefined : readManifest(installed.manifest);
        if (manifest?.kind !== 'modules')
            continue;
        for (const module of manifest.modules.keys()) {
            found.push(moduleItem(module === '.' ? name : `${name}/${module}`, `version ${manifest.version}`));
        }
    }
    const folder = workspace.folderOf(view.file);
    const root = workspace.packageRoot(view.file);
    for (const file of session.filesAround(view.file)) {
        if (file === view.file || workspace.relative(root, file).startsWith('..'))
            continue;
        const path = workspace.relative(folder, file);
        found.push(moduleItem(path.startsWith('.') ? path : `./${path}`, 'a file of this package'));
    }
    return found;
}
/** prorl itself, and what the package of a file depends on. */
function packagesOf(session, file) {
    const { workspace } = session;
    const manifest = workspace.read(workspace.resolve(`${workspace.packageRoot(file)}/.`, './package.json'));
    const names = new Set(['prorl']);
    if ('text' in manifest) {
        try {
            const json = JSON.parse(manifest.text);
            for (const key of ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']) {
                for (const name of Object.keys(json[key] ?? {}))
                    names.add(name);
            }
        }
        catch (error) {
            session.host.log(`package.json of ${file}: ${error instanceof Error ? error.message : String(error)}`);
        }
    }
    return [...names];
}
/** What the module that an import names exports: `import { | } from "prorl/tasks"`. */
export function importedNames(session, view, cursor) {
    const { text } = view.source;
    const behind = /^[^{}"]*\}\s*from\s*"([^"\n]*)"/.exec(text.slice(cursor.offset, cursor.offset + 2000));
    const specifier = behind?.[1];
    if (specifier === undefined)
        return [];
    const span = spanAt(view.source, cursor.offset, cursor.offset);
    const located = locate({ kind: 'StringLiteral', value: specifier, span }, view.file, view.module.library, session.workspace);
    if ('problem' in located)
        return [];
    const head = text.slice(text.lastIndexOf('{', cursor.offset - 1), cursor.offset);
    const taken = new Set([...head.matchAll(/\w+/g)].map(([word]) => word));
    return located.targets.flatMap(({ file }) => {
        const exports = session.view(file)?.module.exports ?? new Map();
        return [...exports].flatMap(([name, { declaration, module }]) => {
            if (taken.has(name) && name !== cursor.word)
                return [];
            const plain = declarationItem(name, declaration, module);
            // A name alone, without the parentheses of a call.
            delete plain.insertText;
            delete plain.insertTextFormat;
            return [plain];
        });
    });
}
