/**
 * System calls that solutions have no use for: ways to memory that no limit counts, to other processes, to new
 * namespaces, to the kernel's less guarded corners. Numbers from the kernel's tables for x86-64 and arm64.
 */
const DENIED = {
    // memory that belongs to no process
    memfd_create: [319, 279],
    memfd_secret: [447, 447],
    shmget: [29, 194],
    msgget: [68, 186],
    semget: [64, 190],
    mq_open: [240, 180],
    io_setup: [206, 0],
    // the network (the namespace has none either), and sockets of the machine
    socket: [41, 198],
    // other processes
    ptrace: [101, 117],
    process_vm_readv: [310, 270],
    process_vm_writev: [311, 271],
    process_madvise: [440, 440],
    pidfd_getfd: [438, 438],
    kcmp: [312, 272],
    move_pages: [279, 239],
    migrate_pages: [256, 238],
    mbind: [237, 235],
    set_mempolicy: [238, 237],
    // namespaces and mounts
    unshare: [272, 97],
    setns: [308, 268],
    mount: [165, 40],
    umount2: [166, 39],
    pivot_root: [155, 41],
    chroot: [161, 51],
    move_mount: [429, 429],
    open_tree: [428, 428],
    fsopen: [430, 430],
    fsconfig: [431, 431],
    fsmount: [432, 432],
    fspick: [433, 433],
    mount_setattr: [442, 442],
    // the kernel itself
    bpf: [321, 280],
    perf_event_open: [298, 241],
    userfaultfd: [323, 282],
    io_uring_setup: [425, 425],
    io_uring_enter: [426, 426],
    io_uring_register: [427, 427],
    keyctl: [250, 219],
    add_key: [248, 217],
    request_key: [249, 218],
    kexec_load: [246, 104],
    kexec_file_load: [320, 294],
    init_module: [175, 105],
    finit_module: [313, 273],
    delete_module: [176, 106],
    reboot: [169, 142],
    swapon: [167, 224],
    swapoff: [168, 225],
    syslog: [103, 116],
    acct: [163, 89],
    quotactl: [179, 60],
    quotactl_fd: [443, 443],
    name_to_handle_at: [303, 264],
    open_by_handle_at: [304, 265],
    fanotify_init: [300, 262],
    personality: [135, 92],
    remap_file_pages: [216, 234],
    settimeofday: [164, 170],
    clock_settime: [227, 112],
    adjtimex: [159, 171],
    clock_adjtime: [305, 266],
    iopl: [172, null],
    ioperm: [173, null],
    modify_ldt: [154, null],
};
const ARCHITECTURES = {
    x64: { audit: 0xc000003e, column: 0, clone: 56, clone3: 435 },
    arm64: { audit: 0xc00000b7, column: 1, clone: 220, clone3: 435 },
};
// Instructions of classic BPF (linux/bpf_common.h) and results of filters (linux/seccomp.h).
const LOAD = 0x20;
const IF_EQUAL = 0x15;
const IF_AT_LEAST = 0x35;
const IF_ANY_BIT = 0x45;
const RETURN = 0x06;
const ALLOW = 0x7fff0000;
const KILL = 0x80000000;
const refuse = (errno) => 0x00050000 | errno;
const EPERM = 1;
const ENOSYS = 38;
// Offsets in struct seccomp_data.
const NUMBER = 0;
const ARCHITECTURE = 4;
const FIRST_ARGUMENT = 16;
/** All CLONE_NEW* flags: a process may be cloned, a namespace may not. */
const NEW_NAMESPACES = 0x7e020000;
/** Calls of the x32 ABI have this bit; nothing here uses it. */
const X32 = 0x40000000;
/**
 * The seccomp filter as bubblewrap reads it: an array of struct sock_filter. Denied calls fail with EPERM.
 * Undefined for an architecture whose call numbers are not known here.
 */
export function seccompFilter(arch) {
    if (arch !== 'x64' && arch !== 'arm64')
        return undefined;
    const { audit, column, clone, clone3 } = ARCHITECTURES[arch];
    const denied = Object.values(DENIED).flatMap((numbers) => numbers[column] ?? []);
    const code = [
        [LOAD, 0, 0, ARCHITECTURE],
        [IF_EQUAL, 1, 0, audit],
        [RETURN, 0, 0, KILL],
        [LOAD, 0, 0, NUMBER],
        [IF_AT_LEAST, 0, 1, X32],
        [RETURN, 0, 0, refuse(ENOSYS)],
        // clone3 hides its flags behind a pointer; without it libc takes clone.
        [IF_EQUAL, 0, 1, clone3],
        [RETURN, 0, 0, refuse(ENOSYS)],
        [IF_EQUAL, 0, 4, clone],
        [LOAD, 0, 0, FIRST_ARGUMENT],
        [IF_ANY_BIT, 0, 1, NEW_NAMESPACES],
        [RETURN, 0, 0, refuse(EPERM)],
        [RETURN, 0, 0, ALLOW],
        ...denied.flatMap((number) => [
            [IF_EQUAL, 0, 1, number],
            [RETURN, 0, 0, refuse(EPERM)],
        ]),
        [RETURN, 0, 0, ALLOW],
    ];
    const bytes = new DataView(new ArrayBuffer(code.length * 8));
    code.forEach(([op, yes, no, k], i) => {
        bytes.setUint16(i * 8, op, true);
        bytes.setUint8(i * 8 + 2, yes);
        bytes.setUint8(i * 8 + 3, no);
        bytes.setUint32(i * 8 + 4, k >>> 0, true);
    });
    return new Uint8Array(bytes.buffer);
}
