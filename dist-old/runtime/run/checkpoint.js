import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExitCode, ProrlError } from "../errors.js";
import { writing } from "./disk.js";
export const CHECKPOINTS_FOLDER = 'checkpoints';
const MANIFEST = 'checkpoint.json';
/** Files that every checkpoint has. */
const NEEDED = ['state.json', 'policy.safetensors', 'optimizer.safetensors'];
const NAME = /^step-(\d{6,})$/;
/** The folder of a step's checkpoint, relative to the run folder. */
export function checkpointFolder(step) {
    return `${CHECKPOINTS_FOLDER}/step-${String(step).padStart(6, '0')}`;
}
/**
 * Writes a checkpoint so that it is there as a whole or not at all: into a hidden folder that is renamed
 * once every file and the manifest with their hashes lie on the medium. When it fails, what was half
 * written is removed, and the checkpoints before it stay as they were.
 */
export function writeCheckpoint(disk, runFolder, step, files) {
    const folder = checkpointFolder(step);
    const target = join(runFolder, folder);
    const partial = join(runFolder, CHECKPOINTS_FOLDER, `.step-${step}.partial`);
    const manifest = { format: 'prorl-checkpoint/1', step, files: {} };
    const newest = checkpointSteps(runFolder).at(-1);
    const [left, then] = newest === undefined
        ? ['; there is none before it', 'run the pipeline again with another --out']
        : [`; the checkpoint of step ${newest} is intact`, `run \`prorl resume ${runFolder}\``];
    writing(`The checkpoint of step ${step} (${target})`, then, () => {
        try {
            disk.remove(partial);
            disk.makeFolder(partial);
            for (const [name, parts] of Object.entries(files)) {
                disk.write(join(partial, name), parts);
                manifest.files[name] = {
                    bytes: parts.reduce((sum, part) => sum + part.length, 0),
                    sha256: sha256(parts),
                };
            }
            disk.write(join(partial, MANIFEST), [Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)]);
            disk.remove(target);
            disk.rename(partial, target);
        }
        catch (cause) {
            removeQuietly(disk, partial);
            throw cause;
        }
    }, left);
}
/** The steps that have a checkpoint, ascending. */
export function checkpointSteps(runFolder) {
    const folder = join(runFolder, CHECKPOINTS_FOLDER);
    if (!existsSync(folder))
        return [];
    const names = readdirSync(folder).map((name) => NAME.exec(name)?.[1]);
    return names
        .filter((digits) => digits !== undefined)
        .map(Number)
        .sort((a, b) => a - b);
}
/** Reads a step's checkpoint, every file checked against its hash; ProrlError where one does not fit. */
export function readCheckpoint(runFolder, step) {
    const folder = join(runFolder, checkpointFolder(step));
    const manifest = readManifest(folder, runFolder, step);
    for (const name of NEEDED) {
        if (!Object.hasOwn(manifest.files, name))
            throw damaged(runFolder, step, `${MANIFEST} lists no ${name}`);
    }
    const files = {};
    for (const [name, expected] of Object.entries(manifest.files)) {
        const path = join(folder, name);
        if (!existsSync(path))
            throw damaged(runFolder, step, `${name} is missing`);
        const bytes = readFileSync(path);
        if (bytes.length !== expected.bytes) {
            throw damaged(runFolder, step, `${name} holds ${bytes.length} bytes where ${expected.bytes} were written`);
        }
        if (sha256([bytes]) !== expected.sha256)
            throw damaged(runFolder, step, `${name} is not what was written`);
        files[name] = bytes;
    }
    return files;
}
/** Removes the checkpoints of all steps but those to keep, and whatever a crash left half-written. */
export function pruneCheckpoints(disk, runFolder, keep) {
    for (const step of checkpointSteps(runFolder)) {
        if (!keep.has(step))
            disk.remove(join(runFolder, checkpointFolder(step)));
    }
    const folder = join(runFolder, CHECKPOINTS_FOLDER);
    if (!existsSync(folder))
        return;
    for (const name of readdirSync(folder))
        if (name.endsWith('.partial'))
            disk.remove(join(folder, name));
}
function readManifest(folder, runFolder, step) {
    const path = join(folder, MANIFEST);
    if (!existsSync(path))
        throw damaged(runFolder, step, `${MANIFEST} is missing`);
    try {
        const manifest = JSON.parse(readFileSync(path, 'utf8'));
        if (manifest.format !== 'prorl-checkpoint/1' ||
            typeof manifest.files !== 'object' ||
            manifest.files === null)
            throw new Error('not a manifest');
        return manifest;
    }
    catch (cause) {
        throw damaged(runFolder, step, `${MANIFEST} cannot be read`, cause);
    }
}
function damaged(runFolder, step, why, cause) {
    const earlier = checkpointSteps(runFolder)
        .filter((one) => one < step)
        .at(-1);
    const folder = join(runFolder, checkpointFolder(step));
    return new ProrlError(`The checkpoint ${folder} is damaged: ${why}.`, {
        exitCode: ExitCode.runFailed,
        hint: earlier === undefined
            ? 'There is no earlier checkpoint: run the pipeline again with another --out.'
            : `Remove that folder to go on from the checkpoint of step ${earlier}.`,
        cause,
    });
}
function removeQuietly(disk, path) {
    try {
        disk.remove(path);
    }
    catch {
        // The disk has failed already and its error is on the way; the next checkpoint removes the rest.
    }
}
function sha256(parts) {
    const hash = createHash('sha256');
    for (const part of parts)
        hash.update(part);
    return hash.digest('hex');
}
