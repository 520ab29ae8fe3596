import { existsSync } from 'node:fs';
import { ExitCode, ProrlError } from "../errors.js";
import { pathOf } from "./opened.js";
import { Pool } from "./service/pool.js";
import { Service, labelOf, serviceTask, serviceVerifier } from "./service/service.js";
/** Starts the program of `task NAME = program(...)`. */
export async function openProgramTask(reference, around) {
    const service = await Service.open(optionsOf('task', reference, around), ['generate', 'verify']);
    return serviceTask(reference.name, service);
}
/** Starts the program of `verifier NAME = program(...)`. */
export async function openProgramVerifier(reference, around) {
    const service = await Service.open(optionsOf('verifier', reference, around), ['verify']);
    return serviceVerifier(reference.name, reference.settings, service);
}
function optionsOf(what, reference, around) {
    const { name, command, processes, timeout } = reference;
    const folder = pathOf(reference.folder, reference.library, around);
    if (!existsSync(folder)) {
        throw new ProrlError(`There is no folder ${folder}, in which the ${what} ${name} is started.`, {
            exitCode: ExitCode.pipeline,
            hint: 'It is the folder of the file that declares it.',
        });
    }
    const where = [command, ...reference.arguments].join(' ');
    const label = labelOf({ what, name }, where);
    const program = { label, name, command, arguments: reference.arguments, folder };
    return { what, name, transport: new Pool(program, processes), limit: timeout * 1000 };
}
