import { Command } from 'commander';
export declare function resumeCommand(): Command;
