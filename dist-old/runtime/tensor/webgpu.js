var __rewriteRelativeImportExtension = (this && this.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BackendUnavailable } from "./backend-types.js";
import { backendFolder } from "./home.js";
const mend = 'prorl backend install webgpu';
/** Any GPU that Vulkan, Metal or Direct3D reaches, through Dawn (the npm package `webgpu`). */
export const webgpu = {
    name: 'webgpu',
    summary: 'any GPU by Vulkan, Metal or Direct3D, through Dawn',
    async open(options) {
        const dawn = await loadDawn();
        const adapter = await findAdapter(dawn, options);
        const { tf } = await import("./tf.js");
        // Dawn's objects have to be there before tfjs-backend-webgpu is loaded: it looks for them as it loads.
        await import('@tensorflow/tfjs-backend-webgpu');
        const { removeBackend, useBackend } = await import("./use-backend.js");
        await useBackend('webgpu', 'webgpu', mend);
        return {
            name: 'webgpu',
            description: `TensorFlow.js ${tf.version_core} through Dawn on ${adapter}`,
            dispose: () => removeBackend('webgpu'),
        };
    },
};
async function loadDawn() {
    const entry = [
        import.meta.url,
        join(process.cwd(), 'package.json'),
        join(backendFolder('webgpu'), 'package.json'),
    ]
        .map((from) => {
        try {
            return createRequire(from).resolve('webgpu');
        }
        catch {
            return undefined;
        }
    })
        .find((path) => path !== undefined);
    if (entry === undefined)
        throw new BackendUnavailable('webgpu', 'the npm package webgpu is not installed.', mend);
    try {
        return (await import(__rewriteRelativeImportExtension(pathToFileURL(entry).href)));
    }
    catch (cause) {
        const { firstLine } = await import("./use-backend.js");
        throw new BackendUnavailable('webgpu', `the npm package webgpu does not load (${firstLine(cause)}).`, mend, cause);
    }
}
/** Hands Dawn to TensorFlow.js as `navigator.gpu`, and says which adapter it found. */
async function findAdapter(dawn, { automatic }) {
    const gpu = dawn.create([]);
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (adapter === null) {
        throw new BackendUnavailable('webgpu', 'Dawn finds no graphics adapter: there is no Vulkan, Metal or Direct3D 12 driver.', undefined);
    }
    const { vendor, architecture, device, description } = adapter.info ?? {};
    const label = description || device || [vendor, architecture].filter(Boolean).join(' ') || 'an unnamed adapter';
    if (automatic &&
        /swiftshader|llvmpipe|lavapipe|basic render/i.test([label, vendor, architecture].join(' '))) {
        throw new BackendUnavailable('webgpu', `the only adapter is an imitation in software (${label}).`, undefined);
    }
    Object.assign(globalThis, dawn.globals);
    const { navigator } = globalThis;
    Object.defineProperty(navigator ?? defineNavigator(), 'gpu', { value: gpu, configurable: true });
    return label;
}
/** Node 20 has no `navigator`. */
function defineNavigator() {
    const navigator = { userAgent: 'Node.js' };
    Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
    return navigator;
}
