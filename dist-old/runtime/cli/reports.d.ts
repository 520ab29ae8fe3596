import type { Code } from '../../grammar/diagnostics/codes.ts';
import type { JsonDiagnostic } from '../../grammar/diagnostics/index.ts';
import type { Page } from '../../grammar/explain/index.ts';
import type { TestResult } from '../control/simulate.ts';
import type { SandboxReport } from '../sandbox/examine.ts';
import type { PackageReport } from '../sources/reasoning-gym-package.ts';
import type { BackendReport } from '../tensor/doctor.ts';
/** `prorl check --json`. */
export interface CheckReport {
    format: 'prorl-diagnostics/1';
    files: string[];
    errors: number;
    diagnostics: JsonDiagnostic[];
}
/** `prorl test --json`. */
export interface TestReport {
    format: 'prorl-test-results/1';
    results: TestResult[];
}
/** `prorl version --json`. */
export interface Versions {
    prorl: string;
    node: string;
    platform: string;
    arch: string;
}
/** `prorl doctor --json`. */
export interface DoctorReport extends Versions {
    format: 'prorl-doctor/1';
    /** The backend that a run takes by itself; null: none works. */
    picked: BackendReport['name'] | null;
    backends: BackendReport[];
    /** What runs solutions that are programs. */
    sandboxes: SandboxReport[];
    /** What tasks want besides. */
    packages: PackageReport[];
}
/** A code with its page. */
export interface CodePage extends Page {
    code: Code;
    title: string;
}
/** `prorl explain CODE --json`. */
export interface CodeReport extends CodePage {
    format: 'prorl-code/1';
}
/** `prorl explain --list --json`. */
export interface CodesReport {
    format: 'prorl-codes/1';
    codes: CodePage[];
}
