import { Command } from 'commander';
export declare function checkCommand(): Command;
