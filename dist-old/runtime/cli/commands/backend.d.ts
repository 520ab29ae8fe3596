import { Command } from 'commander';
export declare function backendCommand(): Command;
