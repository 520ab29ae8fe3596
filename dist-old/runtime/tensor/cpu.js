/** Plain JavaScript: slow, but with nothing to go wrong. Good for tests and as a second opinion. */
export const cpu = {
    name: 'cpu',
    summary: 'plain JavaScript: always there, slow',
    async open() {
        const [{ version_cpu }, { removeBackend, useBackend }] = await Promise.all([
            import('@tensorflow/tfjs-backend-cpu'),
            import("./use-backend.js"),
        ]);
        await useBackend('cpu', 'cpu', undefined);
        return {
            name: 'cpu',
            description: `TensorFlow.js ${version_cpu} in plain JavaScript, 1 thread`,
            dispose: () => removeBackend('cpu'),
        };
    },
};
