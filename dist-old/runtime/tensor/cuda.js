import { existsSync } from 'node:fs';
import { BackendUnavailable } from "./backend-types.js";
/** TensorFlow on an NVIDIA GPU, through tfjs-node or tfjs-node-gpu. */
export const cuda = {
    name: 'cuda',
    summary: 'TensorFlow on an NVIDIA GPU, through tfjs-node',
    async open() {
        requireGpu();
        const [{ addonBackend, loadAddon }, { useBackend }] = await Promise.all([
            import("./addon.js"),
            import("./use-backend.js"),
        ]);
        const tensorflow = loadAddon('cuda');
        if (!tensorflow.isUsingGpuDevice) {
            throw new BackendUnavailable('cuda', `TensorFlow ${tensorflow.binding.TF_Version} loads but sees no GPU: its CUDA libraries or the driver do not fit.`, 'prorl backend install cuda');
        }
        await useBackend('cuda', 'tensorflow', 'prorl backend install cuda');
        return addonBackend('cuda', tensorflow);
    },
};
/** The device files of NVIDIA's driver; the last is how Windows hands a GPU to its Linux subsystem. */
const deviceFiles = ['/dev/nvidia0', '/dev/nvidiactl', '/dev/dxg'];
/** Throws BackendUnavailable where there is no GPU: loading TensorFlow, or fetching it, would cost gigabytes. */
export function requireGpu() {
    if (process.platform === 'darwin') {
        throw new BackendUnavailable('cuda', 'there is no CUDA on macOS.', undefined);
    }
    if (process.platform === 'linux' && !deviceFiles.some((path) => existsSync(path))) {
        throw new BackendUnavailable('cuda', 'no NVIDIA GPU was found (the driver has made no /dev/nvidia0).', undefined);
    }
}
