const MIB = 1024 * 1024;
/** ProRL (arXiv:2505.24864, appendix D) gives a problem 5 seconds. */
export const DEFAULT_LIMITS = {
    cpuSeconds: 5,
    wallSeconds: 10,
    memoryBytes: 512 * MIB,
    processes: 48,
    openFiles: 64,
    scratchBytes: 64 * MIB,
    outputBytes: 4 * MIB,
};
