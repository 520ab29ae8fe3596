import type { CstNode } from 'chevrotain';
import type * as ast from './ast.ts';
import { type BuildContext } from './build-context.ts';
/** The editions that this version reads, newest first. */
export declare const editions: readonly number[];
/** What stands at the top level of a file. */
export type TopLevel = ast.Edition | ast.Import | ast.Declaration;
/** Builds what the parser found at one place of the top level; undefined where nothing was understood. */
export declare function buildTopLevel(c: BuildContext, root: CstNode): TopLevel | undefined;
/** Puts a file's tree together. `broken`: there are mistakes that are reported already. */
export declare function buildFile(c: BuildContext, parts: readonly TopLevel[], broken: boolean): ast.SourceFile;
