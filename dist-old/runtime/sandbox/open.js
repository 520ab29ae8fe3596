import { ExitCode, ProrlError } from "../errors.js";
import { cagedSandbox } from "./caged.js";
import { findCage, openCage } from "./find.js";
import { noSandboxPermitted } from "./permission.js";
import { quickJsSandbox } from "./quickjs.js";
const opened = new Map();
/**
 * The sandbox in which solutions of a language run, one for the process: bubblewrap, else QuickJS for JavaScript.
 * Throws ProrlError (exit code 4, with what to install) where there is none and that was not permitted.
 */
export function openSandbox(language) {
    let sandbox = opened.get(language);
    if (sandbox === undefined) {
        sandbox = choose(language);
        opened.set(language, sandbox);
        // A failure is not kept: what was missing may be there the next time.
        sandbox.catch(() => opened.delete(language));
    }
    return sandbox;
}
/** Ends all that ran in sandboxes; the next `openSandbox` opens one anew. */
export async function closeSandboxes() {
    const all = [...opened.values()];
    opened.clear();
    for (const sandbox of await Promise.allSettled(all)) {
        if (sandbox.status === 'fulfilled')
            await sandbox.value.close();
    }
}
async function choose(language) {
    const found = await findCage(language);
    if (found.works)
        return cagedSandbox(found.cage);
    if (language === 'javascript')
        return quickJsSandbox();
    if (noSandboxPermitted())
        return cagedSandbox(await openCage(language));
    const mend = found.mend === undefined ? '' : `${found.mend}. `;
    throw new ProrlError(`There is no sandbox for solutions in ${language}: ${found.why}.`, {
        exitCode: ExitCode.environment,
        hint: `${mend}--unsafe-no-sandbox runs them without one, with all that this user may do: only for code that you trust.`,
    });
}
