import { dirname, extname, resolve } from 'node:path';
import { ExitCode, ProrlError } from "../errors.js";
import { plural } from "../report/format.js";
import { readNamedFile } from "./read-file.js";
import { showPath } from "./show-path.js";
import { stderr } from "./terminal.js";
/**
 * Reads a `.prorl` file, or a graph that `prorl graph` wrote as JSON. Diagnostics are shown on stderr.
 * @throws ProrlError (pipeline) where the file has errors.
 */
export async function loadPipeline(file, pipeline) {
    const baseFolder = dirname(resolve(file));
    if (extname(file) === '.json')
        return { graph: await readGraphFile(file, pipeline), origins: {}, baseFolder };
    const compilation = await compileFile(file, pipeline);
    await showDiagnostics(compilation, stderr);
    refuseErrors(file, compilation);
    if (!compilation.graph) {
        const { pipelines } = compilation;
        if (pipelines.length > 1) {
            throw new ProrlError(`${file} has ${pipelines.length} pipelines.`, {
                exitCode: ExitCode.usage,
                hint: `Name one: --pipeline ${pipelines.join(', or --pipeline ')}.`,
            });
        }
        throw new ProrlError(`${file} has no pipeline to run.`, {
            exitCode: ExitCode.pipeline,
            hint: 'Add a pipeline to it, or name a file that has one.',
        });
    }
    return { graph: compilation.graph, origins: compilation.origins, baseFolder };
}
/** Compiles a `.prorl` file from the disk. A file that is not there is a ProrlError like every other. */
export async function compileFile(file, pipeline) {
    const [{ compile }, { fileWorkspace }] = await Promise.all([
        import("../../grammar/index.js"),
        import("./workspace.js"),
    ]);
    readText(file);
    return compile(resolve(file), fileWorkspace, pipeline === undefined ? {} : { pipeline });
}
/** Shows what the compiler has to say, most with the place in the source. */
export async function showDiagnostics({ diagnostics, sources }, output) {
    if (diagnostics.length === 0)
        return;
    const { renderDiagnostic } = await import("../../grammar/index.js");
    for (const diagnostic of diagnostics) {
        output.write(`${renderDiagnostic(diagnostic, sources, { color: output.color, width: output.width, display: showPath })}\n`);
    }
}
/** @throws ProrlError (pipeline) that counts the errors, where there are any. */
export function refuseErrors(file, { diagnostics }) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    if (first === undefined)
        return;
    throw new ProrlError(`${file} has ${plural(errors.length, 'error')}.`, {
        exitCode: ExitCode.pipeline,
        hint: `More on a code, with examples: \`prorl explain ${first.code}\``,
    });
}
async function readGraphFile(file, pipeline) {
    const { readGraph } = await import("../graph/index.js");
    const graph = readGraph(parseJson(file), file);
    if (pipeline !== undefined && pipeline !== graph.pipeline) {
        throw new ProrlError(`${file} holds the pipeline '${graph.pipeline}', not '${pipeline}'.`, {
            exitCode: ExitCode.usage,
            hint: 'Leave --pipeline out.',
        });
    }
    return graph;
}
function parseJson(file) {
    const text = readText(file);
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new ProrlError(`${file} is not JSON: ${cause.message}.`, {
            exitCode: ExitCode.pipeline,
            hint: 'Write it again by `prorl graph FILE`, or name a .prorl file.',
            cause,
        });
    }
}
/** The text of a file that the command line names. */
function readText(file) {
    return readNamedFile(file, {
        folder: 'Name a .prorl file in it.',
        other: 'Check the name, or start a new pipeline by `prorl init DIR`.',
    }).toString('utf8');
}
