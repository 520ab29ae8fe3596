import { Command } from 'commander';
export declare function diffCommand(): Command;
