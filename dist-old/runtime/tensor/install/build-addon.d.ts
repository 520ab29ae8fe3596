import type { Tools } from './tools.ts';
export declare const tfjsNodeVersion = "4.22.0";
/**
 * Installs tfjs-node without its own install script (which would fetch a TensorFlow of 2022) and compiles its
 * addon against the libraries in `site`. Where the libraries lie is written into the addon relative to
 * itself, so it needs no LD_LIBRARY_PATH and the whole folder can be moved.
 */
export declare function installTfjsNode(folder: string, tools: Tools): Promise<void>;
export declare function compileAddon(folder: string, tools: Tools): Promise<void>;
