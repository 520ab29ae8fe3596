import { fraction, flag, readSettings, whole } from "../settings.js";
import { judgeCode } from "./judge.js";
const SETTINGS = {
    seconds: whole({ within: [1, 600], default: 5 }),
    memory_mib: whole({ within: [16, 65536], default: 512 }),
    tokens: flag({ default: false }),
    tolerance: fraction({ default: 0 }),
};
/**
 * Judges code for problems of data sets: `data` of a problem is a CodeProblem. Its settings hold for all problems,
 * but for what a problem says itself. A tolerance of 0 compares exactly.
 */
export const codeVerifier = {
    name: 'code',
    settings: SETTINGS,
    async verify(problem, response, settings, signal) {
        const { seconds, memory_mib, tokens, tolerance } = readSettings('code', SETTINGS, settings);
        const own = (problem.data ?? {});
        const data = {
            ...own,
            comparison: { tokens, ...(tolerance > 0 ? { tolerance } : {}), ...own.comparison },
            limits: {
                cpuSeconds: seconds,
                wallSeconds: 2 * seconds,
                memoryBytes: memory_mib * 2 ** 20,
                ...own.limits,
            },
        };
        const { score, correct } = await judgeCode(data, problem.prompt, response, signal);
        return { score, correct };
    },
    boundsItself: true,
    close: closeCode,
};
export async function closeCode() {
    const { closeSandboxes } = await import("../../sandbox/index.js");
    await closeSandboxes();
}
