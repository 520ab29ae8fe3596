import type { ModelConfig } from '../config.ts';
import type { HostTensor } from '../safetensors.ts';
import type { GgufFile } from './gguf-file.ts';
/** The shape of the model that a GGUF file describes. Throws ProrlError on kinds that prorl does not run. */
export declare function ggufConfig({ file, metadata, shapes }: GgufFile): ModelConfig;
/** All tensors of the file as float32, under Hugging Face's names and in Hugging Face's layout. */
export declare function ggufWeights(gguf: GgufFile, config: ModelConfig): Map<string, HostTensor>;
