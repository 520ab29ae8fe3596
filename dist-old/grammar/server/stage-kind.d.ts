import type { StageDeclaration } from '../ast.ts';
import type { Module } from '../modules/index.ts';
/** The kind of stage that a declaration comes to in the end; `reinforce` where that cannot be told. */
export declare function stageKindOf(declaration: StageDeclaration, module: Module): 'reinforce' | 'supervised';
/** The kind behind a name, whether it is a stage or a kind itself. */
export declare function stageKindNamed(name: string, module: Module): 'reinforce' | 'supervised';
