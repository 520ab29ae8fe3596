import { Command } from 'commander';
export declare function testCommand(): Command;
