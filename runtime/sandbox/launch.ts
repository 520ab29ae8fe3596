import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { commandLine, environment, folderBytes, runnerInput, WRITABLE, type Cage } from './cage.ts';
import { runningClock } from '../standstill.ts';
import type { Job, JobResult, Limits, Outcome } from './job.ts';
import { fileSystemUse, proportionalBytes, usageBelow } from './process-tree.ts';
import { seccompFilter } from './seccomp.ts';

/** Milliseconds between two looks at what a job uses. */
const WATCH = 15;

/** Files on the scratch folder: their names and inodes are memory that its size does not count. */
const MOST_FILES = 4096;

type Stopped = Extract<JobResult, { status: 'stopped' }>;

/**
 * Runs one job to its end and leaves nothing behind. The kernel's own limits hold each process; what all of them
 * use together is looked at from outside, and what is over it is ended with all its descendants at once: they
 * live in a process namespace whose first process goes.
 */
export async function launch(cage: Cage, job: Job, signal?: AbortSignal): Promise<JobResult> {
  const folder = cage.bwrap === null ? mkdtempSync(join(tmpdir(), 'prorl-solution-')) : '/';
  try {
    return await launchIn(folder, cage, job, signal);
  } finally {
    if (cage.bwrap === null) rmSync(folder, { recursive: true, force: true });
  }
}

async function launchIn(folder: string, cage: Cage, job: Job, signal?: AbortSignal): Promise<JobResult> {
  const { limits } = job;
  const [program = '', ...args] = commandLine(cage, limits);
  const filter = cage.bwrap === null ? undefined : seccompFilter(process.arch);
  const child = execa(program, args, {
    reject: false,
    cwd: folder,
    env: environment(folder),
    extendEnv: false,
    input: runnerInput(cage, job, folder),
    // The third is for what bubblewrap or the runner complain about: solutions do not write there.
    stdio: ['pipe', 'pipe', 'pipe', ...(filter === undefined ? [] : [filter])],
    encoding: 'utf8',
    stripFinalNewline: false,
    // JSON writes a control character with six; the runner itself keeps to the limit.
    maxBuffer: 6 * limits.outputBytes * Math.max(1, job.inputs.length) + 65536,
    detached: cage.bwrap === null,
    ...(cage.user === null ? {} : { uid: cage.user, gid: cage.user }),
  });
  const watch = watchOver(child.pid, cage, limits);
  const abort = (): void => endAll(child.pid, cage);
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();
  const ended = await child;
  const stopped = watch.end();
  signal?.removeEventListener('abort', abort);
  signal?.throwIfAborted();
  if (cage.bwrap === null) endAll(child.pid, cage);
  if (stopped !== undefined) return stopped;
  if (ended.isMaxBuffer) return stop('output', `it wrote more than ${show(limits.outputBytes)}`);
  return readFrames(ended.stdout ?? '', job, String(ended.stderr ?? ''), ended.exitCode);
}

/** Looks at a job every few milliseconds, and ends it when it is over a limit. */
function watchOver(root: number | undefined, cage: Cage, limits: Limits): { end(): Stopped | undefined } {
  const clock = runningClock();
  let stopped: Stopped | undefined;
  const look = (): void => {
    if (root === undefined || stopped !== undefined) return;
    stopped = overLimit(root, cage, limits, clock() / 1000);
    if (stopped !== undefined) endAll(root, cage);
  };
  const timer = setInterval(look, WATCH);
  return {
    end: () => {
      clearInterval(timer);
      return stopped;
    },
  };
}

function overLimit(root: number, cage: Cage, limits: Limits, seconds: number): Stopped | undefined {
  const { pids, threads, cpuSeconds, residentBytes } = usageBelow(root);
  if (seconds > limits.wallSeconds) return stop('time', `it took more than ${limits.wallSeconds} s`);
  if (cpuSeconds > limits.cpuSeconds) {
    return stop('time', `it took more than ${limits.cpuSeconds} s of processor time`);
  }
  // Two are bubblewrap's own first process and the runner.
  if (threads > limits.processes + 2)
    return stop('processes', `it started more than ${limits.processes} processes`);
  if (residentBytes > limits.memoryBytes && proportionalBytes(pids) > limits.memoryBytes) {
    return stop('memory', `it took more than ${show(limits.memoryBytes)} of memory`);
  }
  const [runner] = pids;
  if (cage.bwrap !== null && runner !== undefined) {
    for (const folder of WRITABLE) {
      const use = fileSystemUse(runner, folder);
      // While bubblewrap sets up, its process still sees the machine's own folders.
      const ours = use?.bytes === folderBytes(limits);
      if (ours && use.files > MOST_FILES) return stop('scratch', `it made more than ${MOST_FILES} files`);
    }
  }
  return undefined;
}

/**
 * Ends a job. With bubblewrap, its first process in the namespace goes, and the kernel ends all others in it;
 * bubblewrap itself then comes back. Without, the process group goes, and whatever descends from it.
 */
function endAll(root: number | undefined, cage: Cage): void {
  if (root === undefined) return;
  const { pids } = usageBelow(root);
  if (cage.bwrap === null) kill(-root);
  else if (pids.length === 0) kill(root);
  for (const pid of pids) kill(pid);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function stop(limit: Stopped['limit'], why: string): Stopped {
  return { status: 'stopped', limit, why };
}

function show(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MiB`;
}

interface Frame {
  compiled?: unknown;
  ok?: unknown;
  output?: unknown;
  why?: unknown;
  signal?: unknown;
}

/** SIGXCPU, or SIGKILL where it went on: numbers from Python, names from Node. */
const OUT_OF_TIME: readonly unknown[] = [24, 'SIGXCPU'];

/** Reads what the runner wrote, trusting none of it to be whole or well formed. */
function readFrames(stdout: string, job: Job, stderr: string, exitCode: number | undefined): JobResult {
  const broke = (why: string): JobResult => ({ status: 'broke', why });
  const frames: Frame[] = [];
  for (const line of stdout.split('\n')) {
    if (line === '') continue;
    const frame = parseFrame(line);
    if (frame === undefined) return broke('the lines of its runner were overwritten');
    frames.push(frame);
  }
  const [first, ...rest] = frames;
  if (first === undefined) {
    const complaint = stderr.trim().split('\n').at(-1) ?? '';
    return broke(
      `its runner ended with code ${exitCode ?? 'none'}${complaint === '' ? '' : `: ${complaint}`}`,
    );
  }
  if (first.compiled !== true) return { status: 'not compiled', why: String(first.why) };
  if (rest.some(({ signal }) => OUT_OF_TIME.includes(signal))) {
    return stop('time', `it took more than ${job.limits.cpuSeconds} s of processor time`);
  }
  if (rest.length !== job.inputs.length) {
    return broke(`its runner ended after ${rest.length} of ${job.inputs.length} inputs`);
  }
  const outcomes = rest.map(({ ok, output, why }): Outcome =>
    ok === true && typeof output === 'string' ? { ok, output } : { ok: false, why: String(why) },
  );
  return { status: 'ran', outcomes };
}

function parseFrame(line: string): Frame | undefined {
  try {
    const frame: unknown = JSON.parse(line);
    return typeof frame === 'object' && frame !== null ? frame : undefined;
  } catch {
    return undefined; // not ours: the solution wrote it
  }
}
