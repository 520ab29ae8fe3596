import type { HostTensor } from '../safetensors.ts';
import { Metadata } from './metadata.ts';
/** A GGUF file whose header has been read and checked; its tensors stay on the disk until they are asked for. */
export interface GgufFile {
    readonly file: string;
    readonly metadata: Metadata;
    /** Shapes by GGUF's names, the outermost axis first. */
    readonly shapes: ReadonlyMap<string, readonly number[]>;
    /** Reads all tensors as float32. */
    readonly readTensors: () => Map<string, HostTensor>;
}
/**
 * Opens a GGUF file. What its header claims is checked against the size of the file before memory is taken for
 * it. Throws ProrlError on anything unsound, and on types of numbers that prorl does not read.
 */
export declare function openGguf(file: string): Promise<GgufFile>;
