import type { Stage } from '../../../runtime/graph/index.ts';
import type { Block, StageDeclaration } from '../../ast.ts';
import type { Module } from '../../modules/index.ts';
import type { Span } from '../../span.ts';
import type { ResolvedStage, StageUse } from '../value.ts';
import { type Context } from './context.ts';
export declare function isStageKind(name: string): name is Stage['kind'];
/** Works a stage out from its kind through its templates to its own body and a run's overrides. */
export declare function resolveStage(cx: Context, use: StageUse, span: Span, overrides?: Block | null): ResolvedStage | undefined;
export declare function stageUse(declaration: StageDeclaration, module: Module, scope: Context['scope']): StageUse;
