import { problem, replace } from "../diagnostics/index.js";
/** In the order in which a run tries them. */
const extensions = ['', '.js', '.mjs', '.ts'];
/**
 * Finds the file that `code("./path")` names, from the module that says so. Only whether it is
 * there is asked: what is in it shows when the run loads it. `entry` is the pipeline file.
 */
export function findCode(path, module, entry, workspace) {
    const { library } = module;
    const root = library?.folder ?? workspace.packageRoot(module.file);
    if (!/^\.{1,2}\//.test(path.value) || path.value.includes('\\')) {
        return {
            problem: problem('M0210', path.span, `"${path.value}" is no path to code`, {
                reason: 'The path starts from this file, with "./" or "../", and is written with "/".',
                fix: /^[\w@-]/.test(path.value)
                    ? replace(path.span, `"./${path.value}"`, `write "./${path.value}"`)
                    : undefined,
            }),
        };
    }
    const target = workspace.resolve(module.file, path.value);
    const inside = workspace.relative(root, target);
    if (inside.startsWith('..')) {
        return {
            problem: problem('M0208', path.span, `"${path.value}" leaves the package`, {
                reason: 'Code lies in the package of the file that names it, so that both are published together.',
                fix: { title: 'move the code into the package', edits: [] },
            }),
        };
    }
    // Of prorl's own package the compiled tasks alone are published; a run knows where they lie.
    const places = [
        target,
        ...(library?.name === 'prorl' ? [workspace.resolve(`${root}/package.json`, `./dist/${inside}`)] : []),
    ];
    if (!places.some((place) => extensions.some((e) => workspace.exists(place + e)))) {
        return {
            problem: problem('M0211', path.span, `there is no code file "${path.value}"`, {
                reason: `Looked for ${target} with the endings .js, .mjs and .ts.`,
                fix: {
                    title: library === null
                        ? 'check the path; it starts from the folder of this file'
                        : `install "${library.name}" again; if it is your own, build it, and see that "files" in its package.json names the code`,
                    edits: [],
                },
            }),
        };
    }
    const from = library === null ? workspace.folderOf(entry) : root;
    return { code: { module: workspace.relative(from, target), library: library?.name ?? null } };
}
