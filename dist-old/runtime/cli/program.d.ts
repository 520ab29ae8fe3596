import { Command } from 'commander';
/**
 * The whole command line. Commands load what they need when they run, so that `prorl check` starts
 * without the tensor library. Every failure is thrown; main.ts says it and sets the exit code.
 */
export declare function createProgram(): Command;
