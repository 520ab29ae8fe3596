import { Command } from 'commander';
export declare function fmtCommand(): Command;
