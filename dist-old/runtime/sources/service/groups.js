import { setTimeout as wait } from 'node:timers/promises';
/** Milliseconds that a program has to end by itself once its input has ended, and then once it is asked to. */
const PATIENCE = 2000;
/** Groups of processes that are running, by the id of their first. */
const running = new Set();
let watching = false;
/** Ends a group when prorl does, however that comes about. Gives what forgets it again. */
export function rememberGroup(pid) {
    if (!watching) {
        watching = true;
        process.on('exit', () => {
            for (const one of running)
                killGroup(one);
        });
    }
    running.add(pid);
    return () => {
        running.delete(pid);
        // What it started itself may still be there.
        killGroup(pid);
    };
}
export function killGroup(pid, signal = 'SIGKILL') {
    try {
        // Windows has no groups: there the process itself is ended.
        process.kill(process.platform === 'win32' ? pid : -pid, signal);
    }
    catch {
        // It has gone already.
    }
}
/** Waits for a group to end by itself, asks it to, and then ends it. `exited`: its first process has ended. */
export async function endGroup(pid, exited) {
    for (const signal of ['SIGTERM', 'SIGKILL']) {
        const patience = new AbortController();
        const late = wait(PATIENCE, 'late', { signal: patience.signal }).catch(() => 'late');
        if ((await Promise.race([exited.then(() => 'ended'), late])) === 'ended') {
            patience.abort();
            break;
        }
        killGroup(pid, signal);
    }
    killGroup(pid);
}
