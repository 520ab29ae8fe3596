import type { Stage } from '../../runtime/graph/index.ts';
import { type Shape } from './field.ts';
type StageKind = Stage['kind'];
/** The blocks and fields of each kind of stage. Templates and stages fill them in. */
export declare const stageShapes: Readonly<Record<StageKind, Shape>>;
/** Metrics that `keep groups where` may read: figures of one group's responses. */
export declare const groupMetrics: readonly ["reward.std", "reward.mean", "score.mean"];
export {};
