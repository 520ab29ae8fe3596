import type { Rule } from './rule.ts';
/**
 * The file of a data set is there, and its first row has the columns that are read. The other rows are read as the
 * run starts; so are Parquet and folders, of which only the path is looked at here.
 */
export declare const dataFiles: Rule;
