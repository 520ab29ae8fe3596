import { ExitCode } from "../errors.js";
/**
 * The first signal asks the run to save a checkpoint and end, the second leaves at once.
 * @param asked is called at the first, `leaving` just before the process ends at the second.
 */
export function onInterrupt(asked, leaving) {
    const controller = new AbortController();
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const take = () => {
        if (controller.signal.aborted) {
            leaving();
            process.exit(ExitCode.interrupted);
        }
        controller.abort();
        asked();
    };
    for (const name of signals)
        process.on(name, take);
    return {
        signal: controller.signal,
        release: () => {
            for (const name of signals)
                process.off(name, take);
        },
    };
}
