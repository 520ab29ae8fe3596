import { Option } from 'commander';
import { stderr } from "./terminal.js";
export const NO_SANDBOX = '--unsafe-no-sandbox';
/** The flag by which solutions run without any sandbox where there is none. */
export function noSandboxOption() {
    return new Option(NO_SANDBOX, 'run solutions with all that you may do yourself, where no sandbox works: only for code that you trust');
}
/** Permits it, and says so. */
export async function permitNoSandbox() {
    const { permitNoSandbox: permit } = await import("../sandbox/permission.js");
    permit();
    stderr.write(`warning: ${NO_SANDBOX}: where no sandbox works, code that the model writes runs as you, and may read, change and send whatever you may\n`);
}
