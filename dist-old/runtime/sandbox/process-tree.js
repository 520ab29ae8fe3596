import { readFileSync, readdirSync, statfsSync } from 'node:fs';
const PAGE = 4096;
/** Clock ticks a second in /proc (USER_HZ): 100 on every architecture that Node runs on. */
const TICKS = 100;
/** The processes that descend from `root`, which itself does not count. Those that end meanwhile are left out. */
export function usageBelow(root) {
    const pids = [];
    let threads = 0;
    let ticks = 0;
    let pages = 0;
    const pending = childrenOf(root, 1);
    for (let pid = pending.pop(); pid !== undefined; pid = pending.pop()) {
        const stat = read(`/proc/${pid}/stat`);
        if (stat === '')
            continue;
        pids.push(pid);
        // The name in the second field may hold anything; numbers start after its closing parenthesis.
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const own = Number(fields[17]);
        threads += own;
        ticks += [11, 12, 13, 14].reduce((sum, i) => sum + Number(fields[i]), 0);
        pages += Number(fields[21]);
        pending.push(...childrenOf(pid, own));
    }
    return { pids, threads, cpuSeconds: ticks / TICKS, residentBytes: pages * PAGE };
}
/** Proportional resident bytes: a page that n processes share counts 1/n for each. Slower than `usageBelow`. */
export function proportionalBytes(pids) {
    return pids.reduce((sum, pid) => {
        const match = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`));
        return sum + (match === null ? 0 : Number(match[1]) * 1024);
    }, 0);
}
/** The size of a file system as a process sees it, bytes, and the files on it; undefined where that process is gone. */
export function fileSystemUse(pid, path) {
    try {
        const { blocks, bsize, files, ffree } = statfsSync(`/proc/${pid}/root${path}`);
        return { bytes: blocks * bsize, files: files - ffree };
    }
    catch (error) {
        if (isGone(error))
            return undefined;
        throw error;
    }
}
function childrenOf(pid, threads) {
    const ids = threads === 1 ? [String(pid)] : list(`/proc/${pid}/task`);
    return ids.flatMap((id) => read(`/proc/${pid}/task/${id}/children`).split(' ').filter(Boolean).map(Number));
}
function list(path) {
    try {
        return readdirSync(path);
    }
    catch (error) {
        if (isGone(error))
            return [];
        throw error;
    }
}
function read(path) {
    try {
        return readFileSync(path, 'utf8');
    }
    catch (error) {
        if (isGone(error))
            return '';
        throw error;
    }
}
/** Whether a file of /proc could not be read because its process has ended, or is just ending. */
function isGone(error) {
    const code = error.code;
    return code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES' || code === 'EPERM';
}
