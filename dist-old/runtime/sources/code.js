import { carefully, carefulVerifier } from "../tasks/careful.js";
import { loadTask, loadVerifier } from "../tasks/load.js";
/** Imports the module of `task NAME = code(...)`. */
export async function openCodeTask(reference, around) {
    const task = await loadTask(placeOf(reference, around), around.baseFolder);
    return carefully(task, { source: reference.module, ...patienceWith(task) });
}
/** Imports the module of `verifier NAME = code(...)`. */
export async function openCodeVerifier(reference, around) {
    const verifier = await loadVerifier(placeOf(reference, around), around.baseFolder);
    const { settings } = reference;
    return {
        name: reference.name,
        ...carefulVerifier({
            name: reference.name,
            what: 'verifier',
            source: reference.module,
            ...patienceWith(verifier),
            verify: (problem, response, signal) => verifier.verify(problem, response, settings, signal),
        }),
        ...(verifier.close && { close: () => verifier.close() }),
    };
}
function patienceWith({ boundsItself }) {
    return boundsItself ? { patience: null } : {};
}
function placeOf({ module, export: name, library }, { libraries }) {
    const root = library === null ? undefined : libraries.get(library);
    return {
        module,
        export: name,
        library: library === null || root === undefined ? library : { name: library, root },
    };
}
