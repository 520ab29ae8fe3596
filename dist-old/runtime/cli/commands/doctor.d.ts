import { Command } from 'commander';
export declare function doctorCommand(): Command;
