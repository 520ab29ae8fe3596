import type { Graph, PipelineTest } from '../runtime/graph/index.ts';
import type { StringLiteral } from './ast.ts';
import { checkModule, type Check } from './check/index.ts';
import { graphProblems } from './check-graph.ts';
import { listed, nearest, problem, type Diagnostic } from './diagnostics/index.ts';
import { lowerPipeline, lowerTest, type Locate, type LowerOptions, type Origins } from './lower/index.ts';
import { shapeFinder } from './model-shapes.ts';
import {
  dataFinder,
  findCode,
  loadModules,
  type Module,
  type Modules,
  type ParseText,
} from './modules/index.ts';
import { importEdit } from './modules/import-edit.ts';
import { standardNames } from './modules/standard-names.ts';
import { makeSource, spanAt } from './source.ts';
import { contextOf } from './types/infer/evaluator.ts';
import { resolveModule, type ResolvedModule } from './types/infer/program.ts';
import type { Context } from './types/infer/context.ts';
import type { ResolvedPipeline } from './types/value.ts';
import { metricsRead } from './check/walk.ts';
import type { Workspace } from './workspace.ts';

export interface CompileOptions {
  /** Which pipeline of the file; without it the file's only one. */
  readonly pipeline?: string;
  /** Parses files; without it every file is parsed anew. */
  readonly parse?: ParseText;
  /** False: the program is checked, and neither graph nor tests are made of it. */
  readonly lower?: boolean;
}

/** All that a compiler can say about a file. */
export interface Compilation {
  /** In order of file and place; errors and warnings. */
  readonly diagnostics: readonly Diagnostic[];
  /** Null where there are errors, or where the file has no pipeline: it is a library then. */
  readonly graph: Graph | null;
  /** The tests of the entry file; none where there are errors. */
  readonly tests: readonly PipelineTest[];
  /** Where each value of the graph was written, by JSON pointer. */
  readonly origins: Origins;
  /** The text of every file read. */
  readonly sources: ReadonlyMap<string, string>;
  /** The names of the entry file's pipelines, in order. */
  readonly pipelines: readonly string[];
}

/** Problems that say something is not there: after a syntax error it may have been lost. */
const absence: ReadonlySet<string> = new Set(['T0307', 'N0211', 'G0510']);

/** Reads, checks and lowers a file and what it imports. Never throws: whatever is wrong is a diagnostic. */
export function compile(entryFile: string, workspace: Workspace, options: CompileOptions = {}): Compilation {
  const modules = loadModules(entryFile, workspace, options.parse);
  const diagnostics = new Diagnostics(modules.diagnostics);
  const { entry } = modules;
  const nothing = { graph: null, tests: [], origins: {}, sources: modules.sources };
  if (entry === null) return { ...nothing, diagnostics: diagnostics.sorted(modules), pipelines: [] };
  const withImport = importOffer(modules, workspace);
  const damaged = new Set(modules.modules.flatMap((one) => (one.damaged ? [one.file] : [])));
  const cx = contextOf(entry, (one) => {
    if (!absence.has(one.code) || !damaged.has(one.primary.span.file)) diagnostics.add(withImport(one));
  });
  const codeOf = codeFinder(entry, workspace);
  const shapeOf = shapeFinder(entry, workspace);
  const dataFile = dataFinder(workspace);
  const rules = { codeOf, shapeOf, dataFile };
  for (const one of modules.modules) {
    if (one !== entry && !one.checked) checked(cx, one, rules, diagnostics);
  }
  const own = checked(cx, entry, rules, diagnostics);
  const pipelines = own.pipelines.map((one) => one.name);
  const chosen = choose(own, options.pipeline, entry, diagnostics);
  const done = { sources: modules.sources, pipelines };
  if (diagnostics.hasErrors() || options.lower === false) {
    return { ...nothing, ...done, diagnostics: diagnostics.sorted(modules) };
  }

  const lowering: LowerOptions = {
    edition: entry.syntax.edition?.year ?? 0,
    libraries: modules.libraries,
    locate: locating(entry, workspace, codeOf),
  };
  const lowered = chosen === null ? null : lowerPipeline(chosen, lowering);
  if (chosen !== null && lowered !== null) {
    for (const one of graphProblems(lowered, modules.sources, chosen.span)) {
      diagnostics.add(one);
    }
    if (diagnostics.hasErrors()) return { ...nothing, ...done, diagnostics: diagnostics.sorted(modules) };
  }
  const tests = own.tests.map((test) =>
    lowerTest(test, {
      ...lowering,
      model: lowered?.graph.model ?? { source: 'bundled', name: 'nano' },
      suites: suitesNamed(
        cx,
        test.plan,
        test.given.map((one) => one.metric),
      ),
    }),
  );
  return {
    ...done,
    diagnostics: diagnostics.sorted(modules),
    graph: lowered?.graph ?? null,
    tests,
    get origins() {
      return lowered?.origins ?? {};
    },
  };
}

function checked(
  cx: Context,
  module: Module,
  { codeOf, shapeOf, dataFile }: { codeOf: FindCode } & Pick<Check, 'shapeOf' | 'dataFile'>,
  diagnostics: Diagnostics,
): ResolvedModule {
  const resolved = resolveModule(cx, module);
  // Of a damaged file parts are lost: what seems to be missing may be there.
  if (!module.damaged) {
    checkModule(resolved, {
      spans: cx.spans,
      bounds: cx.bounds,
      shapeOf,
      report: (one) => diagnostics.add(one),
      codeProblem: (path, from) => {
        const found = codeOf(path, from);
        return 'problem' in found ? found.problem : null;
      },
      dataFile,
    });
  }
  return resolved;
}

type FindCode = (path: StringLiteral, module: Module) => ReturnType<typeof findCode>;

/** Finds the code of tasks; the file system is asked once for each place that names code, however many uses it has. */
function codeFinder(entry: Module, workspace: Workspace): FindCode {
  const known = new Map<StringLiteral, ReturnType<typeof findCode>>();
  return (path, module) => {
    const found = known.get(path) ?? findCode(path, module, entry.file, workspace);
    known.set(path, found);
    return found;
  };
}

/** Names that nothing is called, as messages say. */
const unknownNames: ReadonlySet<string> = new Set(['N0201', 'N0207']);

/** Where a name that is not there is one of the standard library, the message says so and its fix imports it. */
function importOffer({ modules, sources }: Modules, workspace: Workspace): (one: Diagnostic) => Diagnostic {
  let known: ReturnType<typeof standardNames> | undefined;
  return (one) => {
    if (!unknownNames.has(one.code)) return one;
    const { span } = one.primary;
    const module = modules.find(({ file }) => file === span.file);
    const text = sources.get(span.file);
    if (module === undefined || text === undefined || module.library?.name === 'prorl') return one;
    const name = text.slice(span.start, span.end);
    known ??= standardNames(workspace, module.file);
    const { specifier, kind } = known.get(name) ?? {};
    if (specifier === undefined || module.scope.has(name)) return one;
    return {
      ...one,
      reason: `"${specifier}" exports a ${kind} of that name.`,
      fix: {
        title: `import it: import { ${name} } from "${specifier}"`,
        edits: [importEdit(makeSource(span.file, text), module.syntax, name, specifier)],
      },
    };
  };
}

/** Names files as the graph does: from the library that holds them, or from the pipeline file's folder. */
function locating(entry: Module, workspace: Workspace, codeOf: FindCode): Locate {
  const from = ({ library }: Module) => library?.folder ?? workspace.folderOf(entry.file);
  return {
    code: (path, module) => {
      const found = codeOf(path, module);
      if ('code' in found) return { module: found.code.module, library: found.code.library };
      throw new TypeError(found.problem.message);
    },
    folder: (module) => ({
      folder: workspace.relative(from(module), workspace.folderOf(module.file)) || '.',
      library: module.library?.name ?? null,
    }),
    file: ({ value }, module) => ({
      path: value.startsWith('/')
        ? value
        : workspace.relative(from(module), workspace.resolve(module.file, value)),
      library: module.library?.name ?? null,
    }),
  };
}

/** The suites that a test's stages read without evaluating them. */
function suitesNamed(cx: Context, plan: ResolvedPipeline, given: readonly string[]) {
  const read = plan.runs.flatMap((run) => metricsRead(run, cx).map((one) => one.metric));
  const heads = [...read, ...given].map((one) => one.split('.')[0] ?? '');
  return [...new Set(heads)].toSorted().flatMap((head) => cx.suites.get(head) ?? []);
}

function choose(
  own: ResolvedModule,
  wanted: string | undefined,
  entry: Module,
  diagnostics: Diagnostics,
): ResolvedPipeline | null {
  const names = own.pipelines.map((one) => one.name);
  const found = wanted === undefined ? own.pipelines[0] : own.pipelines.find((one) => one.name === wanted);
  const start = spanAt(makeSource(entry.file, ''), 0, 0);
  if (wanted !== undefined && found === undefined) {
    const near = nearest(wanted, names);
    diagnostics.add(
      problem('G0517', start, `this file has no pipeline "${wanted}"`, {
        reason: names.length === 0 ? 'It has none at all.' : `It has ${listed(names, 'and')}.`,
        ...(near === undefined ? {} : { fix: { title: `did you mean "${near}"?`, edits: [] } }),
      }),
    );
    return null;
  }
  const [first, second] = own.pipelines;
  if (wanted === undefined && first !== undefined && second !== undefined) {
    diagnostics.add(
      problem('G0516', second.span, `this file has ${names.length} pipelines: ${listed(names, 'and')}`, {
        label: 'one of them',
        secondary: [{ span: first.span, text: 'another one' }],
        reason:
          'Name the one that you mean on the command line: --pipeline NAME. Until then all of them are checked and none is chosen.',
        severity: 'warning',
      }),
    );
    return null;
  }
  return found ?? null;
}

/** Collects what is reported, each thing once, however many uses lead to it. */
class Diagnostics {
  private readonly all: Diagnostic[] = [];
  private readonly seen = new Set<string>();

  constructor(first: readonly Diagnostic[]) {
    for (const one of first) this.add(one);
  }

  add(diagnostic: Diagnostic): void {
    const { file, start, end } = diagnostic.primary.span;
    const key = `${diagnostic.code}|${file}|${start}|${end}|${diagnostic.message}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.all.push(diagnostic);
  }

  hasErrors(): boolean {
    return this.all.some((one) => one.severity === 'error');
  }

  /** The entry file's first, then by place. */
  sorted(modules: Modules): Diagnostic[] {
    const files = modules.modules.map((one) => one.file).reverse();
    const ranks = new Map(files.map((file, i) => [file, i]));
    const rank = (file: string) => ranks.get(file) ?? files.length;
    return this.all.toSorted(
      (a, b) =>
        rank(a.primary.span.file) - rank(b.primary.span.file) || a.primary.span.start - b.primary.span.start,
    );
  }
}
