/** The kernels of runtime/model/kernels/assembly/ as WebAssembly, in base64. */
export declare const kernelBinary: string;
