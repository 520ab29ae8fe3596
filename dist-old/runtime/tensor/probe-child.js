/** Run by `probeBackend` in a process of its own: opens the backend named and writes one line of JSON. */
import { BackendUnavailable, parseBackendName, specOf } from "./backend.js";
import { answerMark } from "./probe.js";
async function probe() {
    try {
        const name = parseBackendName(process.argv[2] ?? '');
        const backend = await specOf(name).open({ automatic: process.argv[3] === 'automatic' });
        return { works: true, detail: backend.description };
    }
    catch (thrown) {
        if (thrown instanceof BackendUnavailable)
            return { works: false, why: thrown.why, mend: thrown.mend };
        throw thrown;
    }
}
const result = await probe();
process.stdout.write(`${answerMark}${JSON.stringify(result)}\n`, () => process.exit(0));
