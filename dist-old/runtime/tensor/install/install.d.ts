import type { AddonBackend } from '../addon.ts';
/** Backends that prorl can install. The other two come with it. */
export type InstallableBackend = AddonBackend | 'webgpu';
export interface Installed {
    readonly folder: string;
    /** False when it was there already. */
    readonly fresh: boolean;
    /** What answered when it was tried, such as `TensorFlow 2.21.0 through tfjs-node, 2 threads`. */
    readonly detail: string;
}
/**
 * Installs a backend into prorl's own folder, tries it, and says what it is. A second call finds it there.
 *
 * It is built in a folder beside its place and moved there once it is seen to work: an attempt that fails or
 * is interrupted leaves nothing behind that could be taken for a backend. What pip and npm had downloaded by
 * then stays in their caches.
 *
 * Throws a ProrlError (exit code `environment`) that says what is missing or which step failed.
 */
export declare function installBackend(name: InstallableBackend, onProgress?: (message: string) => void): Promise<Installed>;
