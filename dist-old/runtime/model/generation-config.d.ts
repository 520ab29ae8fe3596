import type { ModelConfig } from './config.ts';
/**
 * The shape with the tokens that end a response as `generation_config.json` of the folder names them, one or
 * several; without that file, as config.json does. Throws ProrlError where the file is damaged.
 */
export declare function withStopTokens(config: ModelConfig, folder: string): ModelConfig;
