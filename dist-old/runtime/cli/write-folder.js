import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ExitCode, ProrlError } from "../errors.js";
/**
 * Writes files into a new or empty folder. Parent folders are made.
 * @throws ProrlError (usage) where the folder holds anything, or is a file.
 */
export async function writeFolder(folder, files) {
    if (existsSync(folder) && !isEmptyFolder(folder)) {
        throw new ProrlError(`${folder} is there already and is not an empty folder.`, {
            exitCode: ExitCode.usage,
            hint: 'Choose another name. Nothing was written.',
        });
    }
    for (const [name, text] of Object.entries(files)) {
        const path = join(folder, name);
        await mkdir(dirname(path), { recursive: true });
        // `wx`: what somebody made meanwhile is not overwritten.
        await writeFile(path, text, { flag: 'wx' });
    }
}
function isEmptyFolder(path) {
    try {
        return readdirSync(path).length === 0;
    }
    catch (error) {
        if (error.code === 'ENOTDIR')
            return false;
        throw error;
    }
}
