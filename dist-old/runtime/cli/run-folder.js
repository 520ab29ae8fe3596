import { readdirSync } from 'node:fs';
import { join } from 'node:path';
/** `runs/PIPELINE-N` with the first N after all that are there. Nothing is made. */
export function nextRunFolder(pipeline) {
    const taken = entries('runs').flatMap((name) => {
        const [, stem, n] = /^(.*)-(\d+)$/.exec(name) ?? [];
        return stem === pipeline ? [Number(n)] : [];
    });
    return join('runs', `${pipeline}-${Math.max(0, ...taken) + 1}`);
}
function entries(folder) {
    try {
        return readdirSync(folder);
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return [];
        throw error;
    }
}
