import { openCodeTask, openCodeVerifier } from "./code.js";
/*
 * Each kind is imported only where a pipeline has it: most have code alone, and starting programs takes libraries.
 */
/**
 * Makes ready what poses and judges a task's problems: imports its code, starts its program, reaches its server.
 * Throws a ProrlError where that cannot be. Whoever opens it closes it.
 */
export async function openTask(reference, around) {
    switch (reference.source) {
        case 'code':
            return openCodeTask(reference, around);
        case 'program':
            return (await import("./program.js")).openProgramTask(reference, around);
        case 'http':
            return (await import("./http.js")).openHttpTask(reference, around);
        case 'reasoning_gym':
            return (await import("./reasoning-gym.js")).openReasoningGym(reference);
        case 'dataset':
            return (await import("./dataset.js")).openDataset(reference, around, openVerifier);
    }
}
/** The same of what judges answers to the problems of others. */
export async function openVerifier(reference, around) {
    switch (reference.source) {
        case 'code':
            return openCodeVerifier(reference, around);
        case 'program':
            return (await import("./program.js")).openProgramVerifier(reference, around);
        case 'http':
            return (await import("./http.js")).openHttpVerifier(reference, around);
    }
}
