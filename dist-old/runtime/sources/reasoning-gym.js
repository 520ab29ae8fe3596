import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { findReasoningGym, server, versionWarning } from "./reasoning-gym-package.js";
import { Pool } from "./service/pool.js";
import { Service, serviceTask } from "./service/service.js";
/** Milliseconds that one request may take: some data sets search for a puzzle. */
const LIMIT = 60_000;
/** One process serves every data set, and holds all of reasoning-gym: more are for pace only. */
const PROCESSES = Math.min(4, availableParallelism());
/** By Python. */
const running = new Map();
const warned = new Set();
/**
 * Makes ready a data set of the Python package reasoning-gym. Throws a ProrlError where Python or the package is
 * missing.
 */
export async function openReasoningGym({ name, dataset }) {
    const found = await findReasoningGym();
    const warning = versionWarning(found);
    if (warning !== null && !warned.has(warning)) {
        warned.add(warning);
        process.stderr.write(`warning: ${warning}\n`);
    }
    const transport = shareOf(found.python);
    const service = await Service.open({ what: 'task', name, transport, limit: LIMIT }, ['generate', 'verify']);
    const task = serviceTask(name, service);
    return {
        ...task,
        generate: (settings, random) => task.generate({ ...settings, dataset }, random),
    };
}
/** A task's hold on the processes; the last that lets go ends them. */
function shareOf(python) {
    let held = null;
    return {
        where: `reasoning-gym in ${python}`,
        open: () => {
            held = running.get(python) ?? start(python);
            held.holders += 1;
            return held.opened;
        },
        exchange: (asking, how) => held.pool.exchange(asking, how),
        close: async () => {
            const mine = held;
            held = null;
            if (mine === null || --mine.holders > 0)
                return;
            if (running.get(python) === mine)
                running.delete(python);
            await mine.opened.catch(() => undefined);
            await mine.pool.close();
        },
    };
}
function start(python) {
    const program = {
        label: `reasoning-gym (${python})`,
        name: 'reasoning_gym',
        command: python,
        arguments: [server],
        folder: dirname(server),
    };
    const pool = new Pool(program, PROCESSES);
    const shared = { pool, opened: pool.open(), holders: 0 };
    running.set(python, shared);
    return shared;
}
