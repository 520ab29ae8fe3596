import type { Random } from '../tasks/task.ts';
import { tf } from '../tensor/tf.ts';
import type { ModelConfig } from './config.ts';
import type { ModelFiles } from './model-files.ts';
import type { WeightData } from './safetensors.ts';
import type { Tokenizer } from './tokenizer.ts';
/** A language model: its shape and its weights on the backend in use. It owns the weights; dispose it. */
export declare class Policy {
    readonly config: ModelConfig;
    /** By Hugging Face's names. Linear weights are held [in, out], tables [out, in]. */
    readonly weights: ReadonlyMap<string, tf.Variable>;
    readonly numberOfParameters: number;
    /** Tells computations on policies of different shape apart. */
    readonly shapeKey: string;
    private readonly byLayer;
    private constructor();
    /** Reads a model folder. Throws ProrlError when it is damaged or not supported. */
    static fromFolder(folder: string): Promise<Policy>;
    /** Reads the weights of an opened model folder. Throws ProrlError when they are damaged or do not fit. */
    static fromFiles({ config, readWeights }: ModelFiles): Policy;
    /**
     * A policy with random weights: normal with standard deviation 0.02, the projections that write to the
     * residual stream scaled down by sqrt(2 layers) (Radford et al. 2019, section 2.3), gains 1, biases 0.
     */
    static fresh(config: ModelConfig, random: Random): Policy;
    /** A policy of a shape with all weights 0, for a snapshot to fill. */
    static blank(config: ModelConfig): Policy;
    /** A weight by name; a name that this shape does not have is a defect. */
    weight(name: string): tf.Variable;
    /** The weights of one layer, in the order in which files hold them. */
    layerWeights(layer: number): readonly tf.Variable[];
    clone(): Policy;
    /** Takes the weights of another policy of the same shape. */
    copyFrom(other: Policy): void;
    /** The weights on the host, exact to the bit, in the file's layout. */
    snapshot(): Promise<WeightData>;
    /** Takes weights that `snapshot` gave. */
    restore(data: WeightData): void;
    /**
     * Writes the model folder as Hugging Face has it, each file all or nothing and config.json last, so that a
     * folder with a config.json is whole. Throws ProrlError when the disk does not take it.
     */
    saveTo(folder: string, tokenizer?: Tokenizer): Promise<void>;
    /** Writes a model folder without its weights: config.json and the tokenizer. */
    saveShapeTo(folder: string, tokenizer: Tokenizer): void;
    private saveConfig;
    dispose(): void;
}
