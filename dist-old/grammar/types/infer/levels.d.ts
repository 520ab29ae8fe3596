import type { Call, Declaration, Levels, Path, TaskDeclaration } from '../../ast.ts';
import type { Module } from '../../modules/index.ts';
import type { LevelChoice } from '../value.ts';
import type { Context } from './context.ts';
import { type Filled } from './parameters.ts';
/** The argument that chooses a level, beside those that a task declares itself. */
export declare const levelArgument = "level";
/** Whether a declaration is a task with levels. */
export declare function hasLevels(declaration: Declaration): declaration is TaskDeclaration & {
    levels: Levels;
};
/**
 * What each level of a task sets, the first being level 1; empty where it has none. Worked out once, by
 * whoever asks first, so that nothing about it is reported twice.
 */
export declare function levelsOf(cx: Context, declaration: TaskDeclaration, module: Module): readonly Filled[];
export type WithLevel = {
    readonly filled: Filled;
    readonly level: LevelChoice | null;
};
/**
 * Fills the settings of a task as a call gives them: `level: 3` brings those of the third level,
 * `level: 1..4` those of four, and arguments beside it hold at every level.
 */
export declare function fillTask(cx: Context, declaration: TaskDeclaration, module: Module, use: Path | Call): WithLevel | undefined;
