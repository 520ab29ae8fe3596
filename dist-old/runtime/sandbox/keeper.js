import { parentPort } from 'node:worker_threads';
import { launch } from "./launch.js";
/**
 * The thread that starts jobs and watches over them. Training blocks the main thread for seconds; limits must hold
 * meanwhile.
 */
const running = new Map();
const reply = (message) => parentPort.postMessage(message);
parentPort.on('message', (request) => {
    const { id } = request;
    if (request.kind === 'abort') {
        running.get(id)?.abort();
        return;
    }
    const controller = new AbortController();
    running.set(id, controller);
    launch(request.cage, request.job, controller.signal)
        .then((result) => reply({ id, result }), (error) => reply({ id, failure: error instanceof Error ? error.message : String(error) }))
        .finally(() => running.delete(id));
});
