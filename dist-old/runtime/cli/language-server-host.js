import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { valueAt } from "../control/schedule.js";
import { drawSchedule } from "../report/schedule-drawing.js";
import { stderr } from "./terminal.js";
import { fileWorkspace } from "./workspace.js";
/** No more files than that are looked at for a name, nor folders deeper than that. */
const mostFiles = 2000;
const deepest = 12;
/** The language server on this machine's files. */
export const serverHost = {
    workspace: fileWorkspace,
    prorlFiles(folder) {
        const found = [];
        collect(folder, found, 0);
        return found;
    },
    toFile(uri) {
        try {
            return slashes(fileURLToPath(uri));
        }
        catch {
            // An unsaved document, or one that lies on no disk of this machine.
            return null;
        }
    },
    toUri: (file) => pathToFileURL(file).href,
    drawSchedule: (schedule) => drawSchedule(schedule, (x) => valueAt(schedule, typeof schedule.over === 'string'
        ? { steps: x, tokens: x, metrics: {} }
        : { steps: 0, tokens: 0, metrics: { [schedule.over.metric]: x } }), { from: 0, to: null }, 40, 3),
    log: (message) => stderr.write(`prorl lsp: ${message}\n`),
};
function collect(folder, found, depth) {
    let entries;
    try {
        entries = readdirSync(folder, { withFileTypes: true });
    }
    catch (error) {
        stderr.write(`prorl lsp: ${folder} cannot be listed: ${error instanceof Error ? error.message : String(error)}\n`);
        return;
    }
    for (const entry of entries) {
        if (found.length >= mostFiles || entry.name.startsWith('.') || entry.name === 'node_modules')
            continue;
        const path = join(folder, entry.name);
        if (entry.isDirectory() && depth < deepest)
            collect(path, found, depth + 1);
        else if (entry.isFile() && entry.name.endsWith('.prorl'))
            found.push(slashes(path));
    }
}
function slashes(path) {
    return sep === '/' ? path : path.split(sep).join('/');
}
