import type { ModelConfig } from './config.ts';
import type { HostTensor } from './safetensors.ts';
/**
 * Reads all weights of a model folder, in the file's layout: one `model.safetensors`, or the shards that
 * `model.safetensors.index.json` lists. Exactly the tensors that the configuration asks for must be there, in
 * the shapes it asks for. Throws ProrlError that names the file and the tensor.
 */
export declare function readWeights(folder: string, config: ModelConfig): Map<string, HostTensor>;
/**
 * Exactly the tensors of a shape, checked: none missing, none of another shape, none that the shape has no place
 * for, no value that is not finite. `fileOf` names the file that holds a tensor, or should.
 */
export declare function checkWeights(found: ReadonlyMap<string, HostTensor>, fileOf: (name: string) => string, config: ModelConfig): Map<string, HostTensor>;
