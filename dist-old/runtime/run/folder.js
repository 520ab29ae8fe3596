import { existsSync, readdirSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { ExitCode, ProrlError } from "../errors.js";
import { packageRoot } from "../package-root.js";
import { makeFolders, nodeDisk, writing } from "./disk.js";
import { LOCK_FILE, lockRun } from "./lock.js";
/** Throws a ProrlError where the folder of a new run is taken already. */
export function checkFree(folder) {
    if (!existsSync(folder))
        return;
    let names;
    try {
        names = readdirSync(folder);
    }
    catch (cause) {
        throw taken(`${folder} is not a folder`, 'Choose another --out.', cause);
    }
    refuseTaken(folder, names);
}
function refuseTaken(folder, names) {
    if (names.length === 0)
        return;
    if (names.includes('run.json')) {
        throw taken(`${folder} holds a run already`, `Go on with it by \`prorl resume ${folder}\`, or choose another --out.`);
    }
    throw taken(`${folder} is not empty`, 'Choose another --out.');
}
/** Where a run keeps config and tokenizer of the model it began with: its checkpoints hold weights alone. */
export const BASE_FOLDER = 'base';
/**
 * Makes the folder of a new run and takes its lock: the graph, the model's shape and tokenizer, and at last
 * run.json, how it was started. Where that fails, nothing is left of it.
 */
export function createRunFolder(folder, graph, info, model) {
    return writing(`The run folder ${folder}`, 'run the command again', () => {
        const made = makeFolders(folder);
        let lock = null;
        let ours = [];
        try {
            lock = lockRun(folder);
            refuseTaken(folder, readdirSync(folder).filter((name) => !name.startsWith(LOCK_FILE)));
            ours = ['run.json', 'graph.json', BASE_FOLDER, 'checkpoints'];
            makeFolders(join(folder, 'checkpoints'));
            model.policy.saveShapeTo(join(folder, BASE_FOLDER), model.tokenizer);
            nodeDisk.write(join(folder, 'graph.json'), [json(graph)]);
            nodeDisk.write(join(folder, 'run.json'), [json(info)]);
            return lock;
        }
        catch (cause) {
            for (const name of ours)
                nodeDisk.remove(join(folder, name));
            lock?.release();
            removeEmpty(made);
            throw cause;
        }
    });
}
/** Removes folders as long as nothing is in them, the innermost last in the list. */
function removeEmpty(folders) {
    try {
        for (const folder of folders.toReversed())
            rmdirSync(folder);
    }
    catch {
        // Somebody else uses it by now.
    }
}
function json(value) {
    return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
/** Reads run.json and the JSON of graph.json; ProrlError where the folder is not one of a run. */
export function openRunFolder(folder) {
    const info = readJson(folder, 'run.json');
    if (info?.format !== 'prorl-run/1')
        throw notARun(folder, 'its run.json is of another form');
    for (const field of ['graph', 'backend', 'baseFolder']) {
        if (typeof info[field] !== 'string')
            throw notARun(folder, `its run.json names no ${field}`);
    }
    return { info: info, graph: readJson(folder, 'graph.json') };
}
/** The version of this prorl. */
export function prorlVersion() {
    const file = join(packageRoot, 'package.json');
    return JSON.parse(readFileSync(file, 'utf8')).version;
}
function readJson(folder, name) {
    const path = join(folder, name);
    if (!existsSync(path))
        throw notARun(folder, `it has no ${name}`);
    try {
        return JSON.parse(readFileSync(path, 'utf8'));
    }
    catch (cause) {
        throw notARun(folder, `its ${name} is not JSON`, cause);
    }
}
function notARun(folder, why, cause) {
    return new ProrlError(`${folder} is not the folder of a run: ${why}.`, {
        exitCode: ExitCode.usage,
        hint: 'Name the folder that `prorl run` was given by --out, or that it named when it started.',
        cause,
    });
}
function taken(message, hint, cause) {
    return new ProrlError(`${message}.`, { exitCode: ExitCode.usage, hint, cause });
}
