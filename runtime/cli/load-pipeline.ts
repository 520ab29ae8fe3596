import { dirname, extname, resolve } from 'node:path';
import type { Compilation } from '../../grammar/index.ts';
import { ExitCode, ProrlError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import { plural } from '../report/format.ts';
import type { Origin } from '../report/resolved-values.ts';
import { filesToName } from './prorl-files.ts';
import { readNamedFile } from './read-file.ts';
import { showPath } from './show-path.ts';
import { type Output, stderr } from './terminal.ts';

export interface LoadedPipeline {
  graph: Graph;
  /** Empty for a graph read from JSON. */
  origins: Readonly<Record<string, Origin>>;
  /** Relative model folders and task modules start here. */
  baseFolder: string;
}

/**
 * Reads a `.prorl` file, or a graph that `prorl graph` wrote as JSON. Diagnostics are shown on stderr.
 * @throws ProrlError (pipeline) where the file has errors.
 */
export async function loadPipeline(file: string, pipeline?: string): Promise<LoadedPipeline> {
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
export async function compileFile(file: string, pipeline?: string): Promise<Compilation> {
  const [{ compile }, { fileWorkspace }] = await Promise.all([
    import('../../grammar/index.ts'),
    import('./workspace.ts'),
  ]);
  readText(file);
  return compile(resolve(file), fileWorkspace, pipeline === undefined ? {} : { pipeline });
}

/** Shows what the compiler has to say, most with the place in the source. */
export async function showDiagnostics(
  { diagnostics, sources }: Pick<Compilation, 'diagnostics' | 'sources'>,
  output: Output,
): Promise<void> {
  if (diagnostics.length === 0) return;
  const { renderDiagnostic } = await import('../../grammar/index.ts');
  for (const diagnostic of diagnostics) {
    output.write(
      `${renderDiagnostic(diagnostic, sources, { color: output.color, width: output.width, display: showPath })}\n`,
    );
  }
}

/** @throws ProrlError (pipeline) that counts the errors, where there are any. */
export function refuseErrors(file: string, { diagnostics }: Pick<Compilation, 'diagnostics'>): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return;
  throw new ProrlError(`${file} has ${plural(errors.length, 'error')}.`, {
    exitCode: ExitCode.pipeline,
    hint: `More on a code, with examples: \`prorl explain ${first.code}\``,
  });
}

async function readGraphFile(file: string, pipeline?: string): Promise<Graph> {
  const { readGraph } = await import('../graph/index.ts');
  const graph = readGraph(parseJson(file), file);
  if (pipeline !== undefined && pipeline !== graph.pipeline) {
    throw new ProrlError(`${file} holds the pipeline '${graph.pipeline}', not '${pipeline}'.`, {
      exitCode: ExitCode.usage,
      hint: 'Leave --pipeline out.',
    });
  }
  return graph;
}

function parseJson(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ProrlError(`${file} is not JSON: ${(cause as Error).message}.`, {
      exitCode: ExitCode.pipeline,
      hint: 'Write it again by `prorl graph FILE`, or name a .prorl file.',
      cause,
    });
  }
}

/** The text of a file that the command line names. */
function readText(file: string): string {
  return readNamedFile(file, {
    folder: () => filesToName(file),
    other: 'Check the name, or start a new pipeline by `prorl init DIR`.',
  }).toString('utf8');
}
