import { Command } from 'commander';
export declare function scoreCommand(): Command;
