import type { ModelSource } from '../graph/model-source.ts';
import { type ModelSize } from '../report/parameters.ts';
/**
 * The size of a pipeline's model: counted from its configuration where there is one, else read off its
 * name. Null where neither tells; a folder that is not there yet is no error in a plan.
 * @throws ProrlError where a configuration is damaged.
 */
export declare function modelSize(model: ModelSource, baseFolder: string): Promise<ModelSize | null>;
