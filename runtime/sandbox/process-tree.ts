import { readFileSync, readdirSync, statfsSync } from 'node:fs';

/** What the processes below one use at this moment. */
export interface Usage {
  readonly pids: readonly number[];
  /** Processes and their threads. */
  readonly threads: number;
  /** Processor time so far, seconds: of those alive, and of those that their parents have waited for. */
  readonly cpuSeconds: number;
  /** Resident pages, bytes; a page that several share counts for each. */
  readonly residentBytes: number;
}

const PAGE = 4096;
/** Clock ticks a second in /proc (USER_HZ): 100 on every architecture that Node runs on. */
const TICKS = 100;

/** The processes that descend from `root`, which itself does not count. Those that end meanwhile are left out. */
export function usageBelow(root: number): Usage {
  const pids: number[] = [];
  let threads = 0;
  let ticks = 0;
  let pages = 0;
  const pending = childrenOf(root, 1);
  for (let pid = pending.pop(); pid !== undefined; pid = pending.pop()) {
    const stat = read(`/proc/${pid}/stat`);
    if (stat === '') continue;
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
export function proportionalBytes(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const match = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`));
    return sum + (match === null ? 0 : Number(match[1]) * 1024);
  }, 0);
}

/** The size of a file system as a process sees it, bytes, and the files on it; undefined where that process is gone. */
export function fileSystemUse(pid: number, path: string): { bytes: number; files: number } | undefined {
  try {
    const { blocks, bsize, files, ffree } = statfsSync(`/proc/${pid}/root${path}`);
    return { bytes: blocks * bsize, files: files - ffree };
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

function childrenOf(pid: number, threads: number): number[] {
  const ids = threads === 1 ? [String(pid)] : list(`/proc/${pid}/task`);
  return ids.flatMap((id) => read(`/proc/${pid}/task/${id}/children`).split(' ').filter(Boolean).map(Number));
}

function list(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isGone(error)) return '';
    throw error;
  }
}

/** Whether a file of /proc could not be read because its process has ended, or is just ending. */
function isGone(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES' || code === 'EPERM';
}
