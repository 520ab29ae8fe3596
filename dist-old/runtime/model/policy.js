import { join } from 'node:path';
import { tf } from "../tensor/tf.js";
import { toHuggingFace } from "./config.js";
import { makeFolder, writeAtomically } from "./files.js";
import { openModelFiles } from "./model-files.js";
import { writeSafetensors } from "./safetensors.js";
import { layerName, weightSpecs } from "./weight-names.js";
/** A language model: its shape and its weights on the backend in use. It owns the weights; dispose it. */
export class Policy {
    config;
    /** By Hugging Face's names. Linear weights are held [in, out], tables [out, in]. */
    weights;
    numberOfParameters;
    /** Tells computations on policies of different shape apart. */
    shapeKey;
    byLayer;
    constructor(config, valueOf) {
        this.config = config;
        this.shapeKey = JSON.stringify(config);
        const weights = new Map();
        let count = 0;
        for (const spec of weightSpecs(config)) {
            const value = valueOf(spec);
            weights.set(spec.name, tf.variable(value));
            value.dispose();
            count += value.size;
        }
        this.weights = weights;
        this.byLayer = Array.from({ length: config.layers }, (_, layer) => [...weights].filter(([name]) => name.startsWith(layerName(layer, ''))).map(([, weight]) => weight));
        this.numberOfParameters = count;
    }
    /** Reads a model folder. Throws ProrlError when it is damaged or not supported. */
    static async fromFolder(folder) {
        return Policy.fromFiles(await openModelFiles(folder));
    }
    /** Reads the weights of an opened model folder. Throws ProrlError when they are damaged or do not fit. */
    static fromFiles({ config, readWeights }) {
        const stored = readWeights();
        return new Policy(config, (spec) => {
            const tensor = stored.get(spec.name);
            stored.delete(spec.name);
            return toMemory(spec, tensor.data);
        });
    }
    /**
     * A policy with random weights: normal with standard deviation 0.02, the projections that write to the
     * residual stream scaled down by sqrt(2 layers) (Radford et al. 2019, section 2.3), gains 1, biases 0.
     */
    static fresh(config, random) {
        const normal = normalDraws(random);
        return new Policy(config, ({ name, shape, kind }) => {
            const size = shape.reduce((product, length) => product * length, 1);
            if (kind === 'gain')
                return tf.ones([size]);
            if (kind === 'bias')
                return tf.zeros([size]);
            const writes = name.endsWith('o_proj.weight') || name.endsWith('down_proj.weight');
            const deviation = writes ? 0.02 / Math.sqrt(2 * config.layers) : 0.02;
            const data = Float32Array.from({ length: size }, () => deviation * normal());
            return toMemory({ name, shape, kind }, data);
        });
    }
    /** A policy of a shape with all weights 0, for a snapshot to fill. */
    static blank(config) {
        return new Policy(config, ({ name, shape, kind }) => {
            const size = shape.reduce((product, length) => product * length, 1);
            return toMemory({ name, shape, kind }, new Float32Array(size));
        });
    }
    /** A weight by name; a name that this shape does not have is a defect. */
    weight(name) {
        const weight = this.weights.get(name);
        if (weight === undefined)
            throw new RangeError(`no weight is called ${name}`);
        return weight;
    }
    /** The weights of one layer, in the order in which files hold them. */
    layerWeights(layer) {
        return this.byLayer[layer];
    }
    clone() {
        return new Policy(this.config, (spec) => tf.clone(this.weight(spec.name)));
    }
    /** Takes the weights of another policy of the same shape. */
    copyFrom(other) {
        for (const [name, weight] of this.weights) {
            const value = tf.clone(other.weight(name));
            weight.assign(value);
            value.dispose();
        }
    }
    /** The weights on the host, exact to the bit, in the file's layout. */
    async snapshot() {
        const data = new Map();
        for (const { name, shape, kind } of weightSpecs(this.config)) {
            const weight = this.weight(name);
            const stored = kind === 'linear' ? tf.transpose(weight) : tf.clone(weight);
            data.set(name, { shape, data: (await stored.data()) });
            stored.dispose();
        }
        return data;
    }
    /** Takes weights that `snapshot` gave. */
    restore(data) {
        const specs = weightSpecs(this.config);
        for (const { name } of specs) {
            if (data.get(name)?.data.length !== this.weight(name).size) {
                throw new RangeError(`the snapshot has no fitting weight ${name}`);
            }
        }
        for (const spec of specs) {
            const value = toMemory(spec, data.get(spec.name).data);
            this.weight(spec.name).assign(value);
            value.dispose();
        }
    }
    /**
     * Writes the model folder as Hugging Face has it, each file all or nothing and config.json last, so that a
     * folder with a config.json is whole. Throws ProrlError when the disk does not take it.
     */
    async saveTo(folder, tokenizer) {
        const weights = await this.snapshot();
        makeFolder(folder);
        writeSafetensors(join(folder, 'model.safetensors'), weights);
        tokenizer?.saveTo(folder);
        this.saveConfig(folder);
    }
    /** Writes a model folder without its weights: config.json and the tokenizer. */
    saveShapeTo(folder, tokenizer) {
        makeFolder(folder);
        tokenizer.saveTo(folder);
        this.saveConfig(folder);
    }
    saveConfig(folder) {
        const config = JSON.stringify(toHuggingFace(this.config), undefined, 2);
        writeAtomically(join(folder, 'config.json'), [`${config}\n`]);
    }
    dispose() {
        for (const weight of this.weights.values())
            weight.dispose();
    }
}
function toMemory(spec, data) {
    const stored = tf.tensor(data, [...spec.shape]);
    if (spec.kind !== 'linear')
        return stored;
    const transposed = tf.transpose(stored);
    stored.dispose();
    return transposed;
}
/** Standard normal draws from uniform ones, by Box and Muller's method. */
function normalDraws(random) {
    let spare;
    return () => {
        if (spare !== undefined) {
            const value = spare;
            spare = undefined;
            return value;
        }
        const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
        const angle = 2 * Math.PI * random.next();
        spare = radius * Math.sin(angle);
        return radius * Math.cos(angle);
    };
}
