import { Command } from 'commander';
export declare function planCommand(): Command;
