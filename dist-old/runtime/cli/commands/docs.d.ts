import { Command } from 'commander';
export declare function docsCommand(): Command;
