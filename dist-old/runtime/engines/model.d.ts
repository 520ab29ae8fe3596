import { type DecoderShape, type Graph } from '../graph/index.ts';
import { Policy } from '../model/policy.ts';
import { Tokenizer } from '../model/tokenizer.ts';
export interface LoadedModel {
    readonly policy: Policy;
    readonly tokenizer: Tokenizer;
    /** For people: `nano`, the folder, or `fresh llama`. */
    readonly name: string;
}
/** The folder that a graph's model is in, and what people call it; null for a fresh model, which is in none. */
export interface ModelPlace {
    readonly folder: string;
    readonly name: string;
}
/**
 * Finds the model that a graph starts from, and downloads it where it is one of the hub that the cache lacks.
 * Throws a ProrlError where it is not to be had.
 */
export declare function placeOfModel({ model }: Graph, baseFolder: string): Promise<ModelPlace | null>;
/** Loads or makes the model that a graph starts from. Throws a ProrlError where it is missing or damaged. */
export declare function loadModel(graph: Graph, place: ModelPlace | null): Promise<LoadedModel>;
/** Where a run folder kept the shape and the tokenizer of the model that it began with; null where it kept none. */
export declare function keptFolder(runFolder: string): string | null;
/**
 * What a run folder kept of its model, the weights all 0: a checkpoint fills them, so that a run goes on also when
 * that model has gone.
 */
export declare function keptModel(graph: Graph, folder: string): Omit<LoadedModel, 'name'>;
/** The shape of a model before it is loaded; `place` is where it lies, null for one that the run makes. */
export declare function shapeOf({ model }: Graph, place: ModelPlace | null): Promise<DecoderShape>;
/**
 * Threads that are worth their while for one operation of the model, undefined for all. Handing a product of
 * a few microseconds to a second thread costs more than it saves: at a width of 128 a step of GRPO takes 1.1
 * times as long on two threads as on one, 1.7 times on a busy machine; at 192 the two are even.
 */
export declare function threadsFor({ width }: DecoderShape): number | undefined;
