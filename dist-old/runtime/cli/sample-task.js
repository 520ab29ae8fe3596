import { randomStream } from "../control/random.js";
import { levelSettings } from "../graph/levels.js";
import { openTask } from "../sources/open.js";
import { drawProblem } from "../tasks/draw.js";
import { findLibraries } from "../tasks/packages.js";
/**
 * Training problems of a task. Of several levels each gets its turn. The same seed gives the same problems.
 * Throws ProrlError where the task cannot be opened, or poses none with these settings.
 */
export async function sampleTask({ entry, baseFolder, libraries }, count, seed) {
    const task = await openTask(entry.task, {
        baseFolder,
        libraries: findLibraries([...libraries], baseFolder),
    });
    try {
        const levels = levelSettings(entry);
        const samples = [];
        for (let i = 0; i < count; i++) {
            const at = i % levels.length;
            const random = randomStream(seed, 'tasks', entry.name, i);
            const problem = await drawProblem(task, levels[at], 'train', random);
            samples.push({
                level: entry.levels === null ? null : entry.levels.from + at,
                prompt: problem.prompt,
                answer: problem.answer,
                solution: task.solve?.(problem) ?? null,
            });
        }
        return samples;
    }
    finally {
        await task.close?.();
    }
}
