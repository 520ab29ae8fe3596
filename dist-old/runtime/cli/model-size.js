import { join, resolve } from 'node:path';
import { isModelFolder, openModelFiles } from "../model/model-files.js";
import { packageRoot } from "../package-root.js";
import { freshShape } from "../graph/decoder-shape.js";
import { sizeByName, sizeOfShape } from "../report/parameters.js";
/**
 * The size of a pipeline's model: counted from its configuration where there is one, else read off its
 * name. Null where neither tells; a folder that is not there yet is no error in a plan.
 * @throws ProrlError where a configuration is damaged.
 */
export async function modelSize(model, baseFolder) {
    if (model.source === 'fresh')
        return sizeOfShape(freshShape(model));
    if (model.source === 'hf')
        return sizeByName(model);
    const folder = model.source === 'bundled' ? join(packageRoot, 'models', model.name) : resolve(baseFolder, model.path);
    return isModelFolder(folder) ? sizeOfShape((await openModelFiles(folder)).config) : null;
}
