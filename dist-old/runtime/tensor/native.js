/** TensorFlow on the processor, on all its cores, through tfjs-node. */
export const native = {
    name: 'native',
    summary: 'TensorFlow on all cores, through tfjs-node',
    async open({ threads }) {
        const [{ addonBackend, loadAddon }, { useBackend }] = await Promise.all([
            import("./addon.js"),
            import("./use-backend.js"),
        ]);
        // TensorFlow reads it once, when it starts; what the user has set goes first.
        if (threads !== undefined)
            process.env['TF_NUM_INTRAOP_THREADS'] ??= String(threads);
        const tensorflow = loadAddon('native');
        await useBackend('native', 'tensorflow', 'prorl backend install native');
        return addonBackend('native', tensorflow);
    },
};
