import { join } from 'node:path';
import { execa } from 'execa';
import { ExitCode, ProrlError } from "../errors.js";
import { packageRoot } from "../package-root.js";
/** The version of the Python package that prorl is compared with. */
export const REASONING_GYM = '0.1.25';
/** The program that serves its data sets; it is part of the npm package as it is. */
export const server = join(packageRoot, 'runtime', 'sources', 'reasoning-gym.py');
const INSTALL = `pip install reasoning-gym==${REASONING_GYM}`;
/**
 * The Python that has the package: the one PRORL_PYTHON names, else `python3`. Throws a ProrlError (the
 * environment lacks something) without Python or without the package.
 */
export async function findReasoningGym(env = process.env) {
    const named = env.PRORL_PYTHON;
    const python = named === undefined || named === '' ? 'python3' : named;
    const asked = await execa(python, [server, '--version'], { reject: false, timeout: 30_000, env });
    if (asked.exitCode !== 0) {
        const why = asked.stderr === '' ? (asked.originalMessage ?? '') : asked.stderr.split('\n').at(-1);
        throw missing(`Tasks of reasoning_gym(...) need Python, and ${python} does not start: ${why}`);
    }
    const version = asked.stdout.trim();
    if (version === '')
        throw missing(`${python} does not have the package reasoning-gym.`);
    return { python, version };
}
function missing(message) {
    return new ProrlError(message, {
        exitCode: ExitCode.environment,
        hint: `${INSTALL}; PRORL_PYTHON names another Python than python3, such as .venv/bin/python.`,
    });
}
/** What to tell where the version is another than the one that was compared; else null. */
export function versionWarning({ python, version }) {
    if (version === REASONING_GYM)
        return null;
    return `${python} has reasoning-gym ${version}; prorl knows ${REASONING_GYM}, whose problems and settings may differ. ${INSTALL} mends it.`;
}
/** Looks for the package, as a run does that has tasks of it. */
export async function examineReasoningGym(env = process.env) {
    const name = 'reasoning-gym';
    try {
        const found = await findReasoningGym(env);
        const other = versionWarning(found);
        const detail = `${found.version}, in ${found.python}${other === null ? '' : `; prorl knows ${REASONING_GYM}: ${INSTALL} mends it`}`;
        return { name, works: true, detail };
    }
    catch (cause) {
        if (!(cause instanceof ProrlError))
            throw cause;
        return { name, works: false, why: cause.message, mend: INSTALL };
    }
}
