/** Lets solutions run without any sandbox where there is none: what `--unsafe-no-sandbox` says. Before the first is opened. */
export declare function permitNoSandbox(): void;
/** Whether solutions may run without any sandbox. */
export declare function noSandboxPermitted(): boolean;
