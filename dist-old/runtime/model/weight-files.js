import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ExitCode, ProrlError } from "../errors.js";
import { readSafetensors } from "./safetensors.js";
import { headName, weightSpecs } from "./weight-names.js";
/**
 * Reads all weights of a model folder, in the file's layout: one `model.safetensors`, or the shards that
 * `model.safetensors.index.json` lists. Exactly the tensors that the configuration asks for must be there, in
 * the shapes it asks for. Throws ProrlError that names the file and the tensor.
 */
export function readWeights(folder, config) {
    const found = new Map();
    const fileOf = new Map();
    for (const file of weightFiles(folder)) {
        for (const [name, tensor] of readSafetensors(file)) {
            if (found.has(name))
                throw unsound(`${file} holds ${name}, which ${fileOf.get(name)} holds too`);
            found.set(name, tensor);
            fileOf.set(name, file);
        }
    }
    return checkWeights(found, (name) => fileOf.get(name) ?? folder, config);
}
/**
 * Exactly the tensors of a shape, checked: none missing, none of another shape, none that the shape has no place
 * for, no value that is not finite. `fileOf` names the file that holds a tensor, or should.
 */
export function checkWeights(found, fileOf, config) {
    const wanted = new Map();
    for (const { name, shape } of weightSpecs(config)) {
        const tensor = found.get(name);
        if (tensor === undefined)
            throw unsound(`${fileOf(name)} holds no tensor ${name}, which the model's shape asks for`);
        if (tensor.shape.length !== shape.length || tensor.shape.some((length, axis) => length !== shape[axis])) {
            throw unsound(`${fileOf(name)} holds ${name} with the shape [${tensor.shape.join(', ')}], ` +
                `but the model's shape asks for [${shape.join(', ')}]`);
        }
        const odd = tensor.data.findIndex((value) => !Number.isFinite(value));
        if (odd >= 0) {
            throw unsound(`${fileOf(name)} holds ${name} with the value ${tensor.data[odd]} at ${odd}, which is not finite`);
        }
        wanted.set(name, tensor);
    }
    for (const name of found.keys()) {
        if (wanted.has(name))
            continue;
        // A tied head is often written out all the same; rotary frequencies were once stored as well.
        if ((name === headName && config.tiedEmbeddings) || name.endsWith('.rotary_emb.inv_freq'))
            continue;
        throw unsound(`${fileOf(name)} holds ${name}, for which the model's shape has no place`);
    }
    return wanted;
}
function weightFiles(folder) {
    const single = join(folder, 'model.safetensors');
    if (existsSync(single))
        return [single];
    const index = join(folder, 'model.safetensors.index.json');
    if (!existsSync(index)) {
        throw new ProrlError(`The model folder ${folder} holds no weights.`, {
            exitCode: ExitCode.pipeline,
            hint: 'It needs model.safetensors, or model.safetensors.index.json with its shards. Weights in .bin files must be converted to safetensors first.',
        });
    }
    let map;
    try {
        map = JSON.parse(readFileSync(index, 'utf8'))?.weight_map;
    }
    catch (cause) {
        throw unsound(`${index} is not JSON (${cause.message})`);
    }
    const files = typeof map === 'object' && map !== null ? [...new Set(Object.values(map))] : [];
    if (files.length === 0)
        throw unsound(`${index} has no weight_map`);
    return files.sort().map((file) => {
        if (typeof file !== 'string' || basename(file) !== file || file === '' || file.startsWith('.')) {
            throw unsound(`${index} names the shard ${JSON.stringify(file)}, which is not a file of the folder`);
        }
        return join(folder, file);
    });
}
function unsound(what) {
    return new ProrlError(`${what}.`, {
        exitCode: ExitCode.pipeline,
        hint: 'Weights and config.json do not belong together, or a file is damaged; fetch or write the model folder again.',
    });
}
