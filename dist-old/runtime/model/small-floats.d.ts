/** float16 and bfloat16, which JavaScript has no arrays of, made float32: exact, and NaN stays NaN. */
/** IEEE 754 binary16 numbers, as their bits. */
export declare function fromFloat16(halves: Uint16Array): Float32Array;
/** bfloat16 numbers, as their bits: the upper half of a float32. */
export declare function fromBfloat16(halves: Uint16Array): Float32Array;
/** IEEE 754 binary16 to binary32, bit for bit: subnormals, infinities and NaN included. */
export declare function float16ToFloat32Bits(half: number): number;
