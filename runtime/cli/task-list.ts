import { dirname, join, resolve } from 'node:path';
import type { LibraryDocs } from '../../grammar/docs/index.ts';
import { compile } from '../../grammar/index.ts';
import { ExitCode, ProrlError } from '../errors.ts';
import { levelSettings, type Graph, type MixtureEntry, type SettingValue } from '../graph/index.ts';
import type { TaskReport } from '../report/tasks-report.ts';
import { compileFile, refuseErrors, showDiagnostics } from './load-pipeline.ts';
import { libraryDocs } from './docs/library-docs.ts';
import { typeOf } from './docs/wording.ts';
import type { SetOption } from './set-option.ts';
import { stderr } from './terminal.ts';
import { fileWorkspace } from './workspace.ts';

/** The tasks that a word names, and how to get hold of one of them with its settings. */
export interface TaskList {
  readonly from: string;
  readonly tasks: readonly TaskReport[];
  /** A task as an entry of a mixture, and the folder that its paths start from. */
  choose(name: string, options: Choice): Promise<Chosen>;
}

export interface Choice {
  readonly level: number | undefined;
  readonly set: readonly SetOption[];
}

export interface Chosen {
  readonly entry: MixtureEntry;
  readonly baseFolder: string;
  readonly libraries: readonly string[];
}

/**
 * The tasks of a library (`prorl`, or a module of it such as `prorl/tasks`, a package's folder, a `.prorl` file without pipeline), or the entries of a
 * pipeline's mixtures. Throws ProrlError where there is no such thing, or where it has errors.
 */
export async function taskList(from: string, pipeline?: string): Promise<TaskList> {
  if (from.endsWith('.prorl')) {
    const compilation = await compileFile(from, pipeline);
    await showDiagnostics(compilation, stderr);
    refuseErrors(from, compilation);
    if (compilation.graph !== null) return ofPipeline(from, compilation.graph);
  }
  return ofLibrary(from, await libraryDocs(from, { samples: false }));
}

function ofLibrary(from: string, { modules }: LibraryDocs): TaskList {
  const found = modules.flatMap((module) =>
    module.exports.filter(({ kind }) => kind === 'task').map((task) => ({ task, module: module.from })),
  );
  return {
    from,
    tasks: found.map(({ task, module }) => ({
      name: task.name,
      module,
      mixture: null,
      domain: task.domain,
      doc: task.doc,
      settings: task.parameters.map((one) => ({
        name: one.name,
        type: typeOf(one) || null,
        value: one.default,
        doc: one.doc,
      })),
      levels: task.levels.map((level) => ({ ...level })),
      firstLevel: 1,
    })),
    choose: (name, choice) => {
      const module = found.find(({ task }) => task.name === name)?.module;
      if (module === undefined) throw new RangeError(`${from} has no task ${name}`);
      // A file's module is named from its own folder.
      const folder = from.endsWith('.prorl') ? dirname(resolve(from)) : process.cwd();
      return chooseByText(name, module, folder, choice);
    },
  };
}

/** Lets the compiler read the level and the settings, as it would in a mixture: with the same checks and messages. */
async function chooseByText(
  name: string,
  module: string,
  baseFolder: string,
  { level, set }: Choice,
): Promise<Chosen> {
  const given = [
    ...(level === undefined ? [] : [`level: ${level}`]),
    ...set.map(({ path, value }) => `${path}: ${value}`),
  ];
  const text = [
    'edition 2026',
    `import { ${name} } from "${module}"`,
    'model any = bundled("nano")',
    `mixture chosen { ${name}(${given.join(', ')}): 1 }`,
    'stage look = supervised { mixture: chosen }',
    'pipeline tasks {',
    '  model: any',
    '  run look for 1 steps',
    '}',
  ].join('\n');
  const file = join(baseFolder, 'command line');
  const compilation = compile(file, {
    ...fileWorkspace,
    read: (one) => (one === file ? { text } : fileWorkspace.read(one)),
    exists: (one) => one === file || fileWorkspace.exists(one),
  });
  await showDiagnostics(compilation, stderr);
  refuseErrors(`The use of ${name}`, compilation);
  const { graph } = compilation;
  const entry = graph?.mixtures['chosen']?.entries[0];
  if (graph === null || entry === undefined) throw new Error(`the use of ${name} gave no graph`);
  return { entry, baseFolder, libraries: graph.libraries.map((one) => one.name) };
}

function ofPipeline(file: string, graph: Graph): TaskList {
  const entries = Object.entries(graph.mixtures).flatMap(([mixture, one]) =>
    one.entries.map((entry) => ({ mixture, entry })),
  );
  const several = (name: string) => entries.filter(({ entry }) => entry.name === name).length > 1;
  const called = ({ mixture, entry }: (typeof entries)[number]): string =>
    several(entry.name) ? `${mixture}.${entry.name}` : entry.name;
  return {
    from: file,
    tasks: entries.map((one) => ({
      name: called(one),
      module: null,
      mixture: one.mixture,
      domain: one.entry.domain,
      doc: '',
      settings: Object.entries(one.entry.task.settings).map(([name, value]) => ({
        name,
        type: null,
        value: words(value),
        doc: '',
      })),
      levels: one.entry.levels === null ? [] : one.entry.levels.settings.map(wordsOf),
      firstLevel: one.entry.levels?.from ?? 1,
    })),
    choose: async (name, { level, set }) => {
      const { entry } = entries.find((one) => called(one) === name)!;
      if (set.length > 0) {
        throw new ProrlError(`${name} is an entry of ${file}, whose settings are written there.`, {
          exitCode: ExitCode.usage,
          hint: `Leave --set out, or look at the task of its library: \`prorl tasks ${entry.task.name} --set ...\`.`,
        });
      }
      const chosen = level === undefined ? entry : atLevel(entry, level);
      return {
        entry: chosen,
        baseFolder: dirname(resolve(file)),
        libraries: graph.libraries.map((one) => one.name),
      };
    },
  };
}

function atLevel(entry: MixtureEntry, level: number): MixtureEntry {
  const from = entry.levels?.from ?? 1;
  const settings = entry.levels === null ? undefined : levelSettings(entry)[level - from];
  if (settings !== undefined) return { ...entry, levels: { from: level, settings: [settings] } };
  const last = from + (entry.levels?.settings.length ?? 0) - 1;
  throw new ProrlError(`${entry.name} is not used at level ${level}.`, {
    exitCode: ExitCode.usage,
    hint: entry.levels === null ? 'It is used without levels.' : `Choose one from ${from} to ${last}.`,
  });
}

function wordsOf(settings: Readonly<Record<string, SettingValue>>): Record<string, string> {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, words(value)]));
}

function words(value: SettingValue): string {
  return typeof value === 'object' ? `${value.from}..${value.to}` : String(value);
}
