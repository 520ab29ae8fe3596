import type { AddonBackend } from '../addon.ts';
import type { Tools } from './tools.ts';
/** The TensorFlow that the addon is built over. The C interface that it uses has been stable since 2.0. */
export declare const tensorflowVersion = "2.21.0";
/**
 * Fetches the TensorFlow wheel with pip and unpacks what is needed of it into `site`. pip caches the download,
 * so that a second attempt does not fetch it again.
 */
export declare function unpackTensorFlow(name: AddonBackend, folder: string, tools: Tools): Promise<void>;
/** The requirements of the `and-cuda` extra in a wheel's METADATA, as pip takes them. */
export declare function cudaRequirements(metadata: string): string[];
