import { InvalidArgumentError } from 'commander';
import { ExitCode, ProrlError } from "../errors.js";
import { engines, supportOf } from "../graph/engines.js";
import { featuresOf } from "../graph/features.js";
import { nearest } from "../graph/problem.js";
/** Adds `--engine NAME`. */
export function engineOption(command, description) {
    const names = engines.map(({ name }) => name).join(', ');
    return command.option('--engine <NAME>', `${description}: ${names}`, parseEngine);
}
function parseEngine(name) {
    const found = engines.find((one) => one.name === name);
    if (found !== undefined)
        return found;
    const names = engines.map((one) => one.name);
    const [near] = nearest(name, names, 1);
    throw new InvalidArgumentError(near === undefined ? `Engines are ${names.join(', ')}.` : `Did you mean ${near}?`);
}
/** Refuses an engine that prorl does not run pipelines on. @throws ProrlError (usage) */
export function refuseCheckOnly({ name, runs }, file) {
    if (runs)
        return;
    throw new ProrlError(`prorl does not run pipelines on ${name}; it only knows what ${name} can do.`, {
        exitCode: ExitCode.usage,
        hint: `\`prorl check ${file} --engine ${name}\` tells what it could not do, \`prorl plan\` how it would do the rest. Runs take place on "local".`,
    });
}
/** What an engine lacks of what a compiled pipeline asks; nothing where the file has errors or no pipeline. */
export async function engineDiagnostics({ graph, origins, sources }, engine, file) {
    if (graph === null)
        return [];
    const { engineProblems } = await import("../../grammar/index.js");
    return engineProblems(graph, engine, { file, origins, sources });
}
/** What an engine makes of each thing that a graph asks of it, a line each. */
export function engineLines(graph, engine, s) {
    const features = [...new Set(featuresOf(graph).map(({ feature }) => feature))];
    const only = engine.runs ? '' : s.dim('  to be checked against only: prorl does not run pipelines on it');
    const width = Math.max(0, ...features.map((one) => one.length));
    return [
        `${s.bold('engine')}  ${engine.name}${only}`,
        ...features.map((feature) => {
            const support = supportOf(engine, feature);
            const name = feature.padEnd(width);
            if (support === null)
                return `   ${name}  ${s.dim('not known')}`;
            if (support.as === 'native')
                return `   ${name}  ${s.green('native')}`;
            if (support.as === 'emulated')
                return `   ${name}  ${s.yellow('emulated')}: ${support.how}`;
            return `   ${name}  ${s.red('lacking')}: ${support.why}`;
        }),
    ];
}
