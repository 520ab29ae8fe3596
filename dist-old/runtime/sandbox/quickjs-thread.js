import { parentPort } from 'node:worker_threads';
import { runInQuickJs } from "./quickjs-run.js";
/** The thread in which QuickJS runs: a solution may block it, and it may be ended from outside at any moment. */
parentPort.on('message', ({ id, job }) => {
    runInQuickJs(job).then((result) => parentPort.postMessage({ id, result }), (error) => 
    // A module that ran out of its own memory is of no use any more; the next job gets another thread.
    parentPort.postMessage({ id, failure: error instanceof Error ? error.message : String(error) }));
});
