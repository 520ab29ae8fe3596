import { type BackendName } from '../tensor/backend-types.ts';
import { type DecoderShape, type Graph, type MemoryLimits } from '../graph/index.ts';
/** The memory of this machine in bytes, or what its control group leaves of it. */
export declare function machineMemory(): number;
/**
 * How much a run may do at once on a backend, within a budget of bytes (default: the machine's memory; a device's own
 * is not known). Throws a ProrlError (environment) with the arithmetic where the model does not fit even with one
 * sequence at a time.
 */
export declare function limitsFor(graph: Graph, shape: DecoderShape, backend: BackendName, memory: number | undefined): MemoryLimits;
