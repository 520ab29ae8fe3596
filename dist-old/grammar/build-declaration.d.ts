import type { CstNode } from 'chevrotain';
import type * as ast from './ast.ts';
import { type BuildContext } from './build-context.ts';
/** Builds a declaration and checks that it has the parts of its kind. `damaged`: a mistake in it is reported already. */
export declare function buildDeclaration(c: BuildContext, node: CstNode, damaged: boolean): ast.Declaration | undefined;
