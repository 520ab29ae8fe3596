import { type Engine, type Feature, type Support } from './engine.ts';
export declare const engines: readonly Engine[];
/** What an engine makes of a feature; null: it is not known. */
export declare function supportOf(engine: Engine, feature: Feature): Support | null;
