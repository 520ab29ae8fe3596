import type { Section } from '../../ast.ts';
import { type Block } from '../field.ts';
import type { CurriculumUse } from '../value.ts';
import type { Context } from './context.ts';
/** The fields of `curriculum { }` in a mixture. */
export declare const curriculumBlock: Block;
/** Reads the block; what is wrong with it was reported, and its default stands in. */
export declare function readCurriculum(cx: Context, { body, name }: Section): CurriculumUse;
