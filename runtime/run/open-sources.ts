import type { Graph, TaskReference, VerifierReference } from '../graph/index.ts';
import { openTask, openVerifier } from '../sources/open.ts';
import type { DatasetRecord, OpenTask, OpenVerifier, Surroundings } from '../sources/opened.ts';
import type { TaskBook } from '../stages/sample.ts';

/** The verifiers of all stages, as the graph names them. */
export type VerifierBook = (reference: VerifierReference) => OpenVerifier;

/** Everything that poses and judges problems in a run. */
export interface Sources {
  readonly tasks: TaskBook;
  readonly verifiers: VerifierBook;
  /** The data sets among the tasks. */
  readonly data: readonly DatasetRecord[];
  /** What a reader of the results should know of the tasks. */
  readonly warnings: readonly string[];
  /** Ends processes and connections. */
  close(): Promise<void>;
}

/**
 * Opens the tasks of all mixtures and the verifiers of all stages: tasks that differ in their settings alone only
 * once. Where one cannot be opened, those that were are closed, and the error goes on.
 */
export async function openSources(graph: Graph, around: Surroundings): Promise<Sources> {
  const tasks = new Map<string, OpenTask>();
  const verifiers = new Map<string, OpenVerifier>();
  const close = async (): Promise<void> => {
    await Promise.all([...tasks.values(), ...verifiers.values()].map((one) => one.close?.()));
  };
  try {
    for (const { task } of Object.values(graph.mixtures).flatMap((mixture) => mixture.entries)) {
      const key = taskKey(task);
      if (!tasks.has(key)) tasks.set(key, await openTask(task, around));
    }
    for (const node of graph.nodes) {
      const verifier = node.kind === 'score' ? node.config.verifier : null;
      if (verifier === null || verifiers.has(JSON.stringify(verifier))) continue;
      verifiers.set(JSON.stringify(verifier), await openVerifier(verifier, around));
    }
  } catch (cause) {
    await close();
    throw cause;
  }
  return {
    tasks: ({ task }) => tasks.get(taskKey(task))!,
    verifiers: (reference) => verifiers.get(JSON.stringify(reference))!,
    data: [...tasks.values()].flatMap(({ data }) => (data === undefined ? [] : [data])),
    warnings: [...tasks.values()].flatMap(({ warnings }) => warnings ?? []),
    close,
  };
}

/** A task gets its settings with each problem that it poses. */
function taskKey({ settings: _, ...task }: TaskReference): string {
  return JSON.stringify(task);
}
