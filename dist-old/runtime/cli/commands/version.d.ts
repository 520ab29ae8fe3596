import { Command } from 'commander';
export declare function versionCommand(): Command;
