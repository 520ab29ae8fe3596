import { Option } from 'commander';
export declare const NO_SANDBOX = "--unsafe-no-sandbox";
/** The flag by which solutions run without any sandbox where there is none. */
export declare function noSandboxOption(): Option;
/** Permits it, and says so. */
export declare function permitNoSandbox(): Promise<void>;
