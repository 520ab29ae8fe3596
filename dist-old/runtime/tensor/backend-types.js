import { ExitCode, ProrlError } from "../errors.js";
/** All backends, fastest first: the order in which one is picked when none is asked for. */
export const backendNames = ['cuda', 'native', 'webgpu', 'wasm', 'cpu'];
/**
 * The most tokens (rows times columns) to put through a model at once, however much memory there is: more make nothing
 * faster. WebAssembly's heap ends at 4 GiB: 256 x 54 tokens of a 2.4M model were too many.
 */
export const maxBatchTokens = {
    cuda: 65536,
    native: 16384,
    webgpu: 16384,
    wasm: 6144,
    cpu: 4096,
};
/** A backend that cannot work on this machine: why, and the command that mends it, where there is one. */
export class BackendUnavailable extends ProrlError {
    backend;
    why;
    mend;
    constructor(backend, why, mend, cause) {
        super(`The ${backend} backend does not work here: ${why}`, {
            exitCode: ExitCode.environment,
            hint: mend === undefined
                ? 'Leave --backend out to use the fastest that works.'
                : `Run \`${mend}\`, or leave --backend out to use the fastest that works.`,
            ...(cause === undefined ? {} : { cause }),
        });
        this.name = 'BackendUnavailable';
        this.backend = backend;
        this.why = why;
        this.mend = mend;
    }
}
