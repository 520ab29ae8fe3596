import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { closest, distance } from 'fastest-levenshtein';
import { FolderProblem, findSplits } from "./folder.js";
/** Finds them. `locate` makes a path of the graph one of the file system. What is amiss is raised as a complaint. */
export function findDataFiles({ path, config, split, heldout }, locate, complaints) {
    const rows = filesOf(locate(path), path, { config, split }, complaints);
    switch (heldout?.rows) {
        case 'split':
            return {
                rows,
                heldout: filesOf(locate(path), path, { config, split: heldout.split, role: 'heldout' }, complaints),
            };
        case 'file':
            return {
                rows,
                heldout: filesOf(locate(heldout.path), heldout.path, { config: null, split: null }, complaints),
            };
        default:
            return { rows, heldout: null };
    }
}
function filesOf(path, shown, choice, complaints) {
    const { config, split, role = 'split' } = choice;
    const stat = statSync(path, { throwIfNoEntry: false });
    const refuse = (why, hint) => {
        complaints.add({ file: shown }, why, hint, true);
        throw new Error('a complaint is raised');
    };
    if (stat === undefined)
        return refuse('there is no such file or folder', nearName(path, shown));
    if (!stat.isDirectory()) {
        if (split === null && config === null)
            return [{ path, shown }];
        const given = split === null ? `config: "${config}"` : `${role}: "${split}"`;
        return refuse(`${given} is of a folder with several splits, and this is a file`, role === 'heldout'
            ? `Held-out rows in a file of their own are named by its path: heldout: "./${split}.jsonl".`
            : `Leave ${given} out.`);
    }
    try {
        const splits = findSplits(path, config);
        const names = [...splits.keys()];
        const chosen = split ?? (names.length === 1 ? names[0] : null);
        const list = names.map((name) => `"${name}"`).join(', ');
        if (chosen === null)
            return refuse(`it has several splits`, `Say which: split: ${list.split(', ')[0]}. It has ${list}.`);
        const files = splits.get(chosen);
        if (files === undefined) {
            const near = closest(chosen, names);
            const close = distance(chosen, near) <= 2 ? ` Did you mean "${near}"?` : '';
            return refuse(`it has no split "${chosen}"`, `It has ${list}.${close}`);
        }
        return files.map((file) => ({ path: join(path, file), shown: `${shown}/${file}` }));
    }
    catch (cause) {
        if (!(cause instanceof FolderProblem))
            throw cause;
        return refuse(cause.message, cause.hint);
    }
}
function nearName(path, shown) {
    const folder = dirname(path);
    const from = 'The path starts from the folder of the file that declares the task.';
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
        return from;
    const names = readdirSync(folder);
    const near = names.length === 0 ? undefined : closest(basename(path), names);
    const close = near !== undefined && distance(near, basename(path)) <= 3;
    return close ? `Did you mean "${join(dirname(shown), near)}"? ${from}` : from;
}
