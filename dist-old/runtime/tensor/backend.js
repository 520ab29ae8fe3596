import { distance } from 'fastest-levenshtein';
import { ExitCode, ProrlError } from "../errors.js";
import { BackendUnavailable, backendNames } from "./backend-types.js";
import { cpu } from "./cpu.js";
import { cuda } from "./cuda.js";
import { native } from "./native.js";
import { wasm } from "./wasm.js";
import { webgpu } from "./webgpu.js";
export { BackendUnavailable, backendNames } from "./backend-types.js";
/**
 * Every backend, in the order in which they are tried. Importing this costs nothing: TensorFlow.js is loaded
 * by `open` alone.
 */
export const backends = [cuda, native, webgpu, wasm, cpu];
/**
 * Opens the backend asked for, or else the fastest that works here.
 *
 * Throws a ProrlError: with exit code `usage` for a name that is none, `environment` for a backend that does
 * not work here (the message says why, the hint names the command that mends it).
 */
export async function openBackend(requested, options = {}) {
    if (requested !== undefined && requested !== 'auto') {
        return specOf(parseBackendName(requested)).open({ ...options, automatic: false });
    }
    const failures = [];
    for (const spec of backends) {
        try {
            return await spec.open({ ...options, automatic: true });
        }
        catch (thrown) {
            if (!(thrown instanceof BackendUnavailable))
                throw thrown;
            failures.push(thrown);
        }
    }
    throw new ProrlError('No tensor backend works here:\n' +
        failures.map((failure) => `  ${failure.backend}: ${failure.why}`).join('\n'), { exitCode: ExitCode.environment, hint: 'Run `prorl doctor` for what each of them needs.' });
}
/** The backend of that name; throws a ProrlError that suggests the nearest one. */
export function parseBackendName(name) {
    const known = backendNames.find((candidate) => candidate === name.toLowerCase());
    if (known !== undefined)
        return known;
    const [nearest] = [...backendNames].sort((a, b) => distance(a, name.toLowerCase()) - distance(b, name.toLowerCase()));
    const near = nearest !== undefined && distance(nearest, name.toLowerCase()) <= 2;
    throw new ProrlError(`There is no backend '${name}'${near ? `: did you mean '${nearest}'?` : '.'}`, {
        exitCode: ExitCode.usage,
        hint: `The backends are ${backendNames.join(', ')}; leave --backend out to use the fastest that works.`,
    });
}
export function specOf(name) {
    const spec = backends.find((candidate) => candidate.name === name);
    if (spec === undefined)
        throw new Error(`backend ${name} is not in the registry`);
    return spec;
}
