import type { Audit } from '../../ast.ts';
import { type Block } from '../field.ts';
import type { ResolvedAudit } from '../value.ts';
import type { Context } from './context.ts';
/** The fields of `audit ... against ... { }`. */
export declare const auditBlock: Block;
export declare function readAudit(cx: Context, item: Audit): ResolvedAudit | undefined;
