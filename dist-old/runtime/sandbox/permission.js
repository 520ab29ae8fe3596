let permitted = false;
/** Lets solutions run without any sandbox where there is none: what `--unsafe-no-sandbox` says. Before the first is opened. */
export function permitNoSandbox() {
    permitted = true;
}
/** Whether solutions may run without any sandbox. */
export function noSandboxPermitted() {
    return permitted;
}
