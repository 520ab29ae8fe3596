import { randomStream } from "../../control/random.js";
import { loadTask } from "../../tasks/load.js";
/** The same problem whenever the same version of a task is documented. `folder`: the library's, or the file's. */
export async function sampleOf(code, folder) {
    const { module, library } = code;
    const owner = library === null ? null : { name: library, root: folder };
    const task = await loadTask({ module, export: code.export, library: owner }, folder);
    const problem = await task.generate(code.settings, randomStream(1, 'docs', task.name));
    return { prompt: problem.prompt, answer: problem.answer, solution: task.solve?.(problem) ?? null };
}
