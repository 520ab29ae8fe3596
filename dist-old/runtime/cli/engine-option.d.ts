import { type Command } from 'commander';
import type { Compilation, Diagnostic } from '../../grammar/index.ts';
import type { Engine, Graph } from '../graph/index.ts';
import type { Style } from '../report/style.ts';
/** Adds `--engine NAME`. */
export declare function engineOption(command: Command, description: string): Command;
/** Refuses an engine that prorl does not run pipelines on. @throws ProrlError (usage) */
export declare function refuseCheckOnly({ name, runs }: Engine, file: string): void;
/** What an engine lacks of what a compiled pipeline asks; nothing where the file has errors or no pipeline. */
export declare function engineDiagnostics({ graph, origins, sources }: Compilation, engine: Engine, file: string): Promise<Diagnostic[]>;
/** What an engine makes of each thing that a graph asks of it, a line each. */
export declare function engineLines(graph: Graph, engine: Engine, s: Style): string[];
