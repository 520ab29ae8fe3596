import { ExitCode, ProrlError } from "../errors.js";
import { findInterpreters, findProgram } from "./interpreter.js";
import { DEFAULT_LIMITS } from "./job.js";
import { launch } from "./launch.js";
import { seccompFilter } from "./seccomp.js";
/** Who bubblewrap runs as where prorl runs as root: root escapes the kernel's limit on processes. */
const NOBODY = 65534;
const TRIAL = {
    python: 'print(6 * 7)',
    javascript: 'console.log(6 * 7)',
};
/**
 * Looks for a way to run a language under bubblewrap, by trying: user namespaces may be switched off, mounts may be
 * forbidden in a container, an interpreter may lie where another user cannot read it.
 */
export async function findCage(language) {
    const bwrap = process.platform === 'linux' ? findProgram('bwrap') : undefined;
    if (bwrap === undefined) {
        return process.platform === 'linux'
            ? { works: false, why: 'bubblewrap is not installed', mend: 'apt-get install bubblewrap' }
            : {
                works: false,
                why: `bubblewrap is there for Linux only, not for ${process.platform}`,
                mend: undefined,
            };
    }
    if (seccompFilter(process.arch) === undefined) {
        return { works: false, why: `no seccomp filter is known for ${process.arch}`, mend: undefined };
    }
    const found = await parts(language);
    if ('why' in found)
        return { works: false, ...found };
    const users = process.getuid?.() === 0 ? [NOBODY, null] : [null];
    let complaint = '';
    for (const user of users) {
        for (const interpreter of found.interpreters) {
            const cage = { bwrap, prlimit: found.prlimit, user, interpreter };
            const why = await tryCage(cage);
            if (why === undefined)
                return { works: true, cage };
            complaint ||= `${interpreter.executable}: ${why}`;
        }
    }
    return {
        works: false,
        why: `bubblewrap does not work here: ${complaint}`,
        mend: /namespace|permission|permitted/i.test(complaint)
            ? 'allow user namespaces: sysctl kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0, or in a container --security-opt seccomp=unconfined'
            : undefined,
    };
}
/** What runs a language without any sandbox: for who has been told, and wants it. Throws ProrlError where it is not there. */
export async function openCage(language) {
    const found = await parts(language);
    if ('why' in found) {
        throw new ProrlError(`Solutions in ${language} cannot run here: ${found.why}.`, {
            exitCode: ExitCode.environment,
            ...(found.mend === undefined ? {} : { hint: found.mend }),
        });
    }
    return { bwrap: null, prlimit: found.prlimit, user: null, interpreter: found.interpreters[0] };
}
async function parts(language) {
    const prlimit = findProgram('prlimit');
    if (prlimit === undefined)
        return { why: 'prlimit is not installed', mend: 'apt-get install util-linux' };
    const interpreters = await findInterpreters(language);
    if (interpreters.length > 0)
        return { prlimit, interpreters };
    const named = process.env.PRORL_PYTHON;
    return language === 'python' && named !== undefined && named !== ''
        ? { why: `${named}, which PRORL_PYTHON names, is no Python that starts`, mend: undefined }
        : { why: `there is no ${language}`, mend: language === 'python' ? 'apt-get install python3' : undefined };
}
/** Why a cage does not work, or undefined where it does. */
async function tryCage(cage) {
    const { language } = cage.interpreter;
    const job = { language, source: TRIAL[language], entry: null, inputs: [''], limits: DEFAULT_LIMITS };
    const result = await launch(cage, job);
    if (result.status !== 'ran')
        return result.why;
    const outcome = result.outcomes[0];
    if (!outcome.ok)
        return outcome.why;
    return outcome.output.trim() === '42' ? undefined : `it printed ${JSON.stringify(outcome.output)}, not 42`;
}
