import type { CstNode } from 'chevrotain';
import type * as ast from './ast.ts';
import { type BuildContext } from './build-context.ts';
/** Builds what follows the value of a task: its domain and its levels, in any order, each at most once. */
export declare function buildTaskClauses(c: BuildContext, node: CstNode): Pick<ast.TaskDeclaration, 'domain' | 'levels'>;
