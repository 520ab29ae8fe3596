import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { ExitCode, ProrlError } from "../errors.js";
import { writing } from "./disk.js";
export const LOCK_FILE = 'run.lock';
/**
 * Takes a run folder for this process, so that no two write into it at once. The lock of a process that is gone is
 * taken over: a crash leaves nothing to clear away. ProrlError (usage) where another one holds it.
 */
export function lockRun(folder) {
    const path = join(folder, LOCK_FILE);
    const own = JSON.stringify(thisProcess());
    const mine = `${path}.${process.pid}`;
    writing(`The run folder ${folder}`, 'run the command again', () => {
        try {
            writeFileSync(mine, own);
            // A link appears with its content, and only where there is none: two cannot both succeed.
            while (!linked(mine, path)) {
                const text = readLock(path);
                if (text === null)
                    continue; // released in this moment
                const holder = parse(text);
                if (holder === null || !isGone(holder))
                    throw held(folder, path, holder);
                takeAway(path, text);
            }
        }
        finally {
            rmSync(mine, { force: true });
        }
    });
    return {
        release() {
            if (readLock(path) === own)
                rmSync(path, { force: true });
        },
    };
}
function linked(from, to) {
    try {
        linkSync(from, to);
        return true;
    }
    catch (error) {
        if (error.code === 'EEXIST')
            return false;
        throw error;
    }
}
/** Removes a lock whose holder is gone, but never one that was taken meanwhile. */
function takeAway(path, text) {
    const aside = `${path}.${process.pid}.stale`;
    try {
        renameSync(path, aside);
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return;
        throw error;
    }
    if (readLock(aside) !== text)
        linked(aside, path);
    rmSync(aside, { force: true });
}
function readLock(path) {
    try {
        return readFileSync(path, 'utf8');
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return null;
        throw error;
    }
}
function parse(text) {
    try {
        const holder = JSON.parse(text);
        return Number.isSafeInteger(holder?.pid) && typeof holder?.host === 'string' ? holder : null;
    }
    catch {
        // Told as a lock of nobody that is known.
        return null;
    }
}
function thisProcess() {
    return { format: 'prorl-lock/1', pid: process.pid, host: hostname(), began: beginning(process.pid) };
}
/** Only what is surely gone: a process of another host may be alive. */
function isGone({ pid, host, began }) {
    if (host !== hostname())
        return false;
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        return error.code === 'ESRCH';
    }
    return began !== null && beginning(pid) !== began;
}
/** When a process began: since which clock tick of which boot. Linux alone tells. */
function beginning(pid) {
    try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        // The name of the program, in parentheses, may hold anything; 22 is `starttime` (proc(5)).
        const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[22 - 3];
        return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`;
    }
    catch {
        return null;
    }
}
function held(folder, path, holder) {
    const who = holder === null ? 'an unknown process' : `process ${holder.pid} on ${holder.host}`;
    return new ProrlError(`${folder} is in use: ${who} writes into it.`, {
        exitCode: ExitCode.usage,
        hint: `Wait until it has ended, or end it. If you are sure that it is gone, remove ${path}.`,
    });
}
