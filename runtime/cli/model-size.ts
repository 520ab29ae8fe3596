import { join, resolve } from 'node:path';
import type { ModelSource } from '../graph/model-source.ts';
import { isModelFolder } from '../model/gguf/find-gguf.ts';
import { openModelFiles } from '../model/model-files.ts';
import { packageRoot } from '../package-root.ts';
import { freshShape } from '../graph/decoder-shape.ts';
import { type ModelSize, sizeByName, sizeOfShape } from '../report/parameters.ts';

/**
 * The size of a pipeline's model: counted from its configuration where there is one, else read off its
 * name. Null where neither tells; a folder that is not there yet is no error in a plan.
 * @throws ProrlError where a configuration is damaged.
 */
export async function modelSize(model: ModelSource, baseFolder: string): Promise<ModelSize | null> {
  if (model.source === 'fresh') return sizeOfShape(freshShape(model));
  if (model.source === 'hf') return sizeByName(model);
  const folder =
    model.source === 'bundled' ? join(packageRoot, 'models', model.name) : resolve(baseFolder, model.path);
  return isModelFolder(folder) ? sizeOfShape((await openModelFiles(folder)).config) : null;
}
