import type { Complaints } from './complaints.ts';
import type { Table, Visit } from './table.ts';
/**
 * Reads a file of one JSON object a line, once and without holding it: where each line begins is kept, sixteen bytes
 * a row. Empty lines are passed over. `shown`: the file's name in messages.
 */
export declare function openJsonl(path: string, shown: string, complaints: Complaints, visit: Visit): Promise<Table>;
