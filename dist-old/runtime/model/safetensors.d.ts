/** One tensor on the host. */
export interface HostTensor {
    readonly shape: readonly number[];
    readonly data: Float32Array;
}
export type WeightData = ReadonlyMap<string, HostTensor>;
/**
 * Reads a safetensors file: 8 bytes of little-endian header length, a JSON header, the data.
 * float16 and bfloat16 become float32. Everything the header claims is checked against the size of the file
 * before memory is taken. Throws ProrlError on anything unsound.
 */
export declare function readSafetensors(file: string): Map<string, HostTensor>;
/** Writes tensors as float32, all or nothing: a temporary file that is renamed when it is whole. */
export declare function writeSafetensors(file: string, tensors: WeightData, metadata?: Readonly<Record<string, string>>): void;
/** The bytes of a safetensors file of float32 tensors, in parts that follow one another; the data is not copied. */
export declare function encodeSafetensors(tensors: WeightData, metadata?: Readonly<Record<string, string>>): Uint8Array[];
