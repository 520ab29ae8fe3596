import { Command } from 'commander';
export declare function lockCommand(): Command;
