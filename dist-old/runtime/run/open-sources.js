import { openTask, openVerifier } from "../sources/open.js";
/**
 * Opens the tasks of all mixtures and the verifiers of all stages: tasks that differ in their settings alone only
 * once. Where one cannot be opened, those that were are closed, and the error goes on.
 */
export async function openSources(graph, around) {
    const tasks = new Map();
    const verifiers = new Map();
    const close = async () => {
        await Promise.all([...tasks.values(), ...verifiers.values()].map((one) => one.close?.()));
    };
    try {
        for (const { task } of Object.values(graph.mixtures).flatMap((mixture) => mixture.entries)) {
            const key = taskKey(task);
            if (!tasks.has(key))
                tasks.set(key, await openTask(task, around));
        }
        for (const node of graph.nodes) {
            const verifier = node.kind === 'score' ? node.config.verifier : null;
            if (verifier === null || verifiers.has(JSON.stringify(verifier)))
                continue;
            verifiers.set(JSON.stringify(verifier), await openVerifier(verifier, around));
        }
    }
    catch (cause) {
        await close();
        throw cause;
    }
    return {
        tasks: ({ task }) => tasks.get(taskKey(task)),
        verifiers: (reference) => verifiers.get(JSON.stringify(reference)),
        data: [...tasks.values()].flatMap(({ data }) => (data === undefined ? [] : [data])),
        close,
    };
}
/** A task gets its settings with each problem that it poses. */
function taskKey({ settings: _, ...task }) {
    return JSON.stringify(task);
}
