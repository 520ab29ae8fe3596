import { existsSync, lstatSync, readlinkSync } from 'node:fs';
import { NODE_RUNNER } from "./node-runner.js";
import { PYTHON_RUNNER } from "./python-runner.js";
/** The file descriptor on which bubblewrap reads its seccomp filter: the first after the three standard ones. */
const SECCOMP_FD = 3;
/** The folder of the runner's own files, inside of the sandbox. */
const RUN = '/run';
/** What a solution may write to: the scratch folder, and the one of its runner. */
export const WRITABLE = ['/tmp', RUN];
/** Folders of the system's libraries, and the loader's list of them. */
const LIBRARIES = ['/usr/lib', '/usr/lib32', '/usr/lib64', '/usr/libx32', '/etc/ld.so.cache'];
const LINKS = ['/lib', '/lib32', '/lib64', '/libx32'];
/**
 * The command line that runs a job. Inside of the sandbox: libraries and the interpreter, read only; /tmp, a scratch
 * folder of bounded size; /run, where the runner keeps inputs and outputs; three devices; nothing else, not even
 * /proc. All namespaces are new.
 */
export function commandLine(cage, limits) {
    const { bwrap, prlimit, interpreter } = cage;
    const limited = [prlimit, ...rlimits(cage, limits), '--', ...interpreterLine(interpreter, limits)];
    if (bwrap === null)
        return limited;
    const reads = [...LIBRARIES, prlimit, ...interpreter.reads].filter((path) => existsSync(path));
    const links = LINKS.filter((path) => existsSync(path)).flatMap((path) => lstatSync(path).isSymbolicLink() ? ['--symlink', readlinkSync(path), path] : ['--ro-bind', path, path]);
    return [
        bwrap,
        ...[
            '--unshare-all',
            '--as-pid-1',
            '--die-with-parent',
            '--new-session',
            '--clearenv',
            '--hostname',
            'sandbox',
        ],
        ...[...new Set(reads)].flatMap((path) => ['--ro-bind', path, path]),
        ...links,
        ...['null', 'zero', 'urandom', 'random'].flatMap((name) => [
            '--dev-bind',
            `/dev/${name}`,
            `/dev/${name}`,
        ]),
        // Without /proc there is nothing that these could lead to but the runner's files.
        ...['stdin', 'stdout', 'stderr'].flatMap((name) => ['--symlink', `${RUN}/${name}`, `/dev/${name}`]),
        ...WRITABLE.flatMap((path) => ['--size', String(folderBytes(limits)), '--tmpfs', path]),
        ...['--remount-ro', '/', '--chdir', '/tmp'],
        ...Object.entries(environment('/tmp')).flatMap(([name, value]) => ['--setenv', name, value]),
        ...['--seccomp', String(SECCOMP_FD), '--', ...limited],
    ];
}
/** What Node maps for writing before a program starts, most of which it never touches. */
const NODE_DATA = 512 * 1024 * 1024;
/** All that a solution finds in its environment. Sets and dictionaries of Python run in the same order each time. */
export function environment(home) {
    return { PATH: '/usr/bin', HOME: home, TMPDIR: home, LANG: 'C.UTF-8', PYTHONHASHSEED: '0' };
}
/** What the runner reads on standard input. */
export function runnerInput(cage, job, folder) {
    return JSON.stringify({
        source: job.source,
        entry: job.entry,
        inputs: job.inputs,
        outputBytes: job.limits.outputBytes,
        folder: cage.bwrap === null ? folder : RUN,
        // As the first process of a namespace the runner may end everyone else, and nobody else can end it.
        alone: cage.bwrap !== null,
        flags: nodeFlags(job.limits),
    });
}
/** The size of each writable folder, in whole pages. */
export function folderBytes({ scratchBytes }) {
    return Math.ceil(scratchBytes / 65536) * 65536;
}
function rlimits({ bwrap, interpreter }, limits) {
    const { cpuSeconds, memoryBytes, processes, openFiles, scratchBytes, outputBytes } = limits;
    const cpu = Math.max(1, Math.ceil(cpuSeconds));
    const bounds = {
        cpu: `${cpu}:${cpu + 1}`,
        core: 0,
        nofile: openFiles,
        fsize: Math.max(scratchBytes, outputBytes + 1),
        stack: 64 * 1024 * 1024,
        memlock: 0,
        // Node reserves address space without end; what it may write to is bounded instead. What is resident is watched.
        ...(interpreter.language === 'python' ? { as: memoryBytes } : { data: memoryBytes + NODE_DATA }),
        // Counted for each namespace alone; without one it would count all processes of the user.
        ...(bwrap === null ? {} : { nproc: processes }),
    };
    return Object.entries(bounds).map(([name, value]) => `--${name}=${value}`);
}
function interpreterLine({ language, executable }, limits) {
    return language === 'python'
        ? // Not -I, which would ignore PYTHONHASHSEED; the environment holds nothing else.
            [
                executable,
                '-s',
                '-S',
                '-B',
                '-W',
                'ignore',
                '-X',
                'utf8',
                '-X',
                'int_max_str_digits=0',
                '-c',
                PYTHON_RUNNER,
            ]
        : [executable, ...nodeFlags(limits), '-e', NODE_RUNNER];
}
function nodeFlags({ memoryBytes }) {
    const heap = Math.max(16, Math.floor((0.75 * memoryBytes) / (1024 * 1024)));
    return [`--max-old-space-size=${heap}`, '--stack-size=4000', '--no-warnings'];
}
