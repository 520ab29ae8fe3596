/**
 * The seccomp filter as bubblewrap reads it: an array of struct sock_filter. Denied calls fail with EPERM.
 * Undefined for an architecture whose call numbers are not known here.
 */
export declare function seccompFilter(arch: string): Uint8Array | undefined;
