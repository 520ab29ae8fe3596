/** Running code that nobody trusts. */
export { DEFAULT_LIMITS, type Job, type JobResult, type Language, type Limits, type Outcome, type Sandbox, } from './job.ts';
export { examineSandboxes, type SandboxReport } from './examine.ts';
export { SandboxFailure } from './job-thread.ts';
export { closeSandboxes, openSandbox } from './open.ts';
export { noSandboxPermitted, permitNoSandbox } from './permission.ts';
