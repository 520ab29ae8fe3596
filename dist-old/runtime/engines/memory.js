import { totalmem } from 'node:os';
import { maxBatchTokens } from "../tensor/backend-types.js";
import { ExitCode, ProrlError } from "../errors.js";
import { limitsWithin, loadOf, memoryLines, memoryText, SEQUENCES, } from "../graph/index.js";
/** The memory of this machine in bytes, or what its control group leaves of it. */
export function machineMemory() {
    // 0 or an absurdly high number where nothing is constrained.
    const constrained = process.constrainedMemory();
    return constrained > 0 ? Math.min(totalmem(), constrained) : totalmem();
}
/** Backends whose tensors lie in the machine's own memory. */
const onHost = new Set(['native', 'wasm', 'cpu']);
/**
 * How much a run may do at once on a backend, within a budget of bytes (default: the machine's memory; a device's own
 * is not known). Throws a ProrlError (environment) with the arithmetic where the model does not fit even with one
 * sequence at a time.
 */
export function limitsFor(graph, shape, backend, memory) {
    const budget = memory ?? (onHost.has(backend) ? machineMemory() : Number.POSITIVE_INFINITY);
    const most = { rows: maxBatchTokens[backend], sequences: SEQUENCES };
    const load = loadOf(graph, shape);
    const limits = limitsWithin(budget, shape, load, most);
    if (limits !== null)
        return limits;
    const lines = memoryLines(shape, load, { rows: load.longest, sequences: 1 });
    const widths = [0, 1].map((i) => Math.max(...lines.map(({ what, how }) => [what, how][i].length)));
    const table = lines.map(({ what, how, bytes }) => `  ${what.padEnd(widths[0])}  ${how.padEnd(widths[1])}  ${memoryText(bytes)}`);
    throw new ProrlError(`The pipeline does not fit into ${memoryText(budget)} of memory: with one sequence at a time it takes ` +
        `${memoryText(lines.at(-1).bytes)}.\n${table.join('\n')}`, {
        exitCode: ExitCode.environment,
        hint: `Allow more by --memory, or take a smaller model, a lower max_tokens${load.reference ? ', or no kl block, which holds a second copy of the weights' : ''}.`,
    });
}
