import { findCage } from "./find.js";
/** Tries the sandbox of each language, by running a program in it. */
export async function examineSandboxes() {
    return Promise.all(['python', 'javascript'].map(async (name) => {
        const found = await findCage(name);
        if (found.works) {
            const { executable, version } = found.cage.interpreter;
            return { name, works: true, detail: `bubblewrap, with ${executable} ${version}` };
        }
        const { why, mend } = found;
        if (name === 'python')
            return { name, works: false, why, mend };
        return { name, works: true, detail: `QuickJS in WebAssembly, plain JavaScript only: ${why}` };
    }));
}
