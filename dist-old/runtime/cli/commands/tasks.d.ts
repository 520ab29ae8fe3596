import { Command } from 'commander';
export declare function tasksCommand(): Command;
