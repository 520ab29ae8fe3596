/** Running code that nobody trusts. */
export { DEFAULT_LIMITS, } from "./job.js";
export { examineSandboxes } from "./examine.js";
export { SandboxFailure } from "./job-thread.js";
export { closeSandboxes, openSandbox } from "./open.js";
export { noSandboxPermitted, permitNoSandbox } from "./permission.js";
