import type { CstNode } from 'chevrotain';
import type * as ast from './ast.ts';
import { type BuildContext } from './build-context.ts';
import type { Span } from './span.ts';
/** Builds a block; an item of which nothing was understood is left out. */
export declare function buildBlock(c: BuildContext, node: CstNode, at: Span): ast.Block;
