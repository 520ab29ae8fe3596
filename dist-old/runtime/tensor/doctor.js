import { backends } from "./backend.js";
import { probeBackend } from "./probe.js";
/**
 * Tries every backend, each in a process of its own and all at once. A backend counts as working when it
 * opens and computes a small product rightly within the time limit.
 */
export async function examine(options = {}) {
    return Promise.all(backends.map(async ({ name, summary }) => ({ name, summary, ...(await probeBackend(name, options)) })));
}
