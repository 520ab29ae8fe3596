import type { SandboxReport } from '../sandbox/examine.ts';
import type { PackageReport } from '../sources/reasoning-gym-package.ts';
import type { BackendReport } from '../tensor/doctor.ts';
import { type Style } from './style.ts';
export interface Machine {
    prorl: string;
    node: string;
    platform: string;
    arch: string;
}
/** What `prorl doctor` shows: each backend, whether it works here, why not and the command that mends it. */
export declare function doctorLines(machine: Machine, backends: readonly BackendReport[], picked: string | null, command: string, columns: number, s: Style): string[];
/** Which languages solutions may be written in here, and what contains them. */
export declare function sandboxLines(sandboxes: readonly SandboxReport[], command: string, columns: number, s: Style): string[];
/** Which packages are there that tasks pose their problems by. */
export declare function packageLines(packages: readonly PackageReport[], command: string, columns: number, s: Style): string[];
