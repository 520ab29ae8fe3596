import type { Backend } from './backend-types.ts';
/** The backends that are TensorFlow itself, reached through the native addon of tfjs-node. */
export type AddonBackend = 'native' | 'cuda';
/** A folder of a tfjs-node package, and its compiled part where that is there. */
export interface AddonPackage {
    readonly folder: string;
    readonly binding: string | undefined;
}
/**
 * Every tfjs-node that can be found, in the order in which they count: the one that `prorl backend install`
 * made (it was asked for, tried, and is over a current TensorFlow), beside prorl, beside the user's own work.
 */
export declare function findAddons(name: AddonBackend): AddonPackage[];
interface TensorFlowBackend {
    readonly isUsingGpuDevice: boolean;
    readonly binding: {
        readonly TF_Version: string;
    };
}
/** Loads the addon and describes the TensorFlow behind it. Throws BackendUnavailable, whatever goes wrong. */
export declare function loadAddon(name: AddonBackend): TensorFlowBackend;
/** The open backend, for native and cuda alike. */
export declare function addonBackend(name: AddonBackend, { binding }: TensorFlowBackend): Backend;
export {};
