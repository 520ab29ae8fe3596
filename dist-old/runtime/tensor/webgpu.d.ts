import type { BackendSpec } from './backend-types.ts';
/** Any GPU that Vulkan, Metal or Direct3D reaches, through Dawn (the npm package `webgpu`). */
export declare const webgpu: BackendSpec;
