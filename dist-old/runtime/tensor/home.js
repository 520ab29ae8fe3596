import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
/** prorl's own folder: `PRORL_HOME`, or `.prorl` in the user's home folder. */
export function prorlHome() {
    const named = process.env['PRORL_HOME'];
    return named ? resolve(named) : join(homedir(), '.prorl');
}
/** Where `prorl backend install NAME` puts a backend. */
export function backendFolder(name) {
    return join(prorlHome(), 'backends', name);
}
/** The file that says that an installed backend is complete and was seen to work. */
export const readyMarker = 'ready.json';
