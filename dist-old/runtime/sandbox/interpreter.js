import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { execa } from 'execa';
/**
 * The interpreters of a language that are here, best first. For Python a name in PRORL_PYTHON is the only one;
 * else python3 on PATH, then the system's own, which other users can read too.
 */
export async function findInterpreters(language, env = process.env) {
    const named = language === 'python' ? env.PRORL_PYTHON : undefined;
    const wanted = named !== undefined && named !== ''
        ? [named]
        : language === 'python'
            ? ['python3', '/usr/bin/python3', '/usr/local/bin/python3']
            : [process.execPath, '/usr/bin/node', '/usr/local/bin/node'];
    const found = new Map();
    for (const name of wanted) {
        const path = findProgram(name, env);
        const interpreter = path === undefined ? undefined : await examine(language, path);
        if (interpreter !== undefined && !found.has(interpreter.executable)) {
            found.set(interpreter.executable, interpreter);
        }
    }
    return [...found.values()];
}
const PYTHON_SAYS = 'import sys; print(sys.executable, sys.base_prefix, sys.version.split()[0], sep="\\n")';
const NODE_SAYS = 'console.log([process.execPath, "", process.versions.node].join("\\n"))';
/** Asks a program where it really lies: what is on PATH may be a script that starts another. */
async function examine(language, path) {
    const args = language === 'python' ? ['-I', '-S', '-c', PYTHON_SAYS] : ['-e', NODE_SAYS];
    const { stdout, failed } = await execa(path, args, { reject: false, timeout: 10_000, stdin: 'ignore' });
    const [executable = '', prefix = '', version = ''] = stdout.split('\n');
    if (failed || version === '')
        return undefined;
    const real = realpathSync(executable);
    // A Debian Node keeps parts of its own library in /usr/share/nodejs.
    const library = language === 'javascript' ? '/usr/share/nodejs' : join(prefix, 'lib');
    const reads = [real, ...(existsSync(library) && library !== '/usr/lib' ? [library] : [])];
    return { language, executable: real, version, reads };
}
/** The path of a program: on PATH where it is a plain name. */
export function findProgram(name, env = process.env) {
    const places = name.includes('/')
        ? [name]
        : (env.PATH ?? '').split(delimiter).map((place) => join(place, name));
    return places.find((path) => {
        try {
            accessSync(path, constants.X_OK);
            return true;
        }
        catch {
            return false; // not there, or not for this user: the next place
        }
    });
}
