import { Server } from "./service/server.js";
import { Service, labelOf, serviceTask, serviceVerifier } from "./service/service.js";
/** Greets the server of `task NAME = http(...)`. */
export async function openHttpTask(reference, _around) {
    const service = await Service.open(optionsOf('task', reference), ['generate', 'verify']);
    return serviceTask(reference.name, service);
}
/** Greets the server of `verifier NAME = http(...)`. */
export async function openHttpVerifier(reference, _around) {
    const service = await Service.open(optionsOf('verifier', reference), ['verify']);
    return serviceVerifier(reference.name, reference.settings, service);
}
function optionsOf(what, { name, url, timeout }) {
    const limit = timeout * 1000;
    const transport = new Server({ label: labelOf({ what, name }, url), name, url, limit });
    return { what, name, transport, limit };
}
