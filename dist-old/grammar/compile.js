import { checkModule } from "./check/index.js";
import { graphProblems } from "./check-graph.js";
import { listed, nearest, problem } from "./diagnostics/index.js";
import { lowerPipeline, lowerTest } from "./lower/index.js";
import { contextFinder } from "./model-context.js";
import { dataFinder, findCode, loadModules, } from "./modules/index.js";
import { makeSource, spanAt } from "./source.js";
import { contextOf } from "./types/infer/evaluator.js";
import { resolveModule } from "./types/infer/program.js";
import { metricsRead } from "./check/walk.js";
/** Problems that say something is not there: after a syntax error it may have been lost. */
const absence = new Set(['T0307', 'N0211', 'G0510']);
/** Reads, checks and lowers a file and what it imports. Never throws: whatever is wrong is a diagnostic. */
export function compile(entryFile, workspace, options = {}) {
    const modules = loadModules(entryFile, workspace, options.parse);
    const diagnostics = new Diagnostics(modules.diagnostics);
    const { entry } = modules;
    const nothing = { graph: null, tests: [], origins: {}, sources: modules.sources };
    if (entry === null)
        return { ...nothing, diagnostics: diagnostics.sorted(modules), pipelines: [] };
    const damaged = new Set(modules.modules.flatMap((one) => (one.damaged ? [one.file] : [])));
    const cx = contextOf(entry, (one) => {
        if (!absence.has(one.code) || !damaged.has(one.primary.span.file))
            diagnostics.add(one);
    });
    const codeOf = codeFinder(entry, workspace);
    const longestSequence = contextFinder(entry, workspace);
    const dataFile = dataFinder(workspace);
    const resolved = new Map(modules.modules.map((one) => [one, checked(cx, one, { codeOf, longestSequence, dataFile }, diagnostics)]));
    const own = resolved.get(entry);
    const pipelines = own.pipelines.map((one) => one.name);
    const chosen = choose(own, options.pipeline, entry, diagnostics);
    const done = { sources: modules.sources, pipelines };
    if (diagnostics.hasErrors() || options.lower === false) {
        return { ...nothing, ...done, diagnostics: diagnostics.sorted(modules) };
    }
    const lowering = {
        edition: entry.syntax.edition?.year ?? 0,
        libraries: modules.libraries,
        locate: locating(entry, workspace, codeOf),
    };
    const lowered = chosen === null ? null : lowerPipeline(chosen, lowering);
    const origins = lowered?.origins ?? {};
    if (chosen !== null && lowered !== null) {
        for (const one of graphProblems(lowered.graph, origins, modules.sources, chosen.span)) {
            diagnostics.add(one);
        }
        if (diagnostics.hasErrors())
            return { ...nothing, ...done, diagnostics: diagnostics.sorted(modules) };
    }
    const tests = own.tests.map((test) => lowerTest(test, {
        ...lowering,
        model: lowered?.graph.model ?? { source: 'bundled', name: 'nano' },
        suites: suitesNamed(cx, test.plan, test.given.map((one) => one.metric)),
    }));
    return {
        ...done,
        diagnostics: diagnostics.sorted(modules),
        graph: lowered?.graph ?? null,
        tests,
        origins,
    };
}
function checked(cx, module, { codeOf, longestSequence, dataFile }, diagnostics) {
    const resolved = resolveModule(cx, module);
    // Of a damaged file parts are lost: what seems to be missing may be there.
    if (!module.damaged) {
        checkModule(resolved, {
            spans: cx.spans,
            longestSequence,
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
/** Finds the code of tasks; the file system is asked once for each place that names code, however many uses it has. */
function codeFinder(entry, workspace) {
    const known = new Map();
    return (path, module) => {
        const found = known.get(path) ?? findCode(path, module, entry.file, workspace);
        known.set(path, found);
        return found;
    };
}
/** Names files as the graph does: from the library that holds them, or from the pipeline file's folder. */
function locating(entry, workspace, codeOf) {
    const from = ({ library }) => library?.folder ?? workspace.folderOf(entry.file);
    return {
        code: (path, module) => {
            const found = codeOf(path, module);
            if ('code' in found)
                return { module: found.code.module, library: found.code.library };
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
function suitesNamed(cx, plan, given) {
    const read = plan.runs.flatMap((run) => metricsRead(run, cx).map((one) => one.metric));
    const heads = [...read, ...given].map((one) => one.split('.')[0] ?? '');
    return [...new Set(heads)].toSorted().flatMap((head) => cx.suites.get(head) ?? []);
}
function choose(own, wanted, entry, diagnostics) {
    const names = own.pipelines.map((one) => one.name);
    const found = wanted === undefined ? own.pipelines[0] : own.pipelines.find((one) => one.name === wanted);
    const start = spanAt(makeSource(entry.file, ''), 0, 0);
    if (wanted !== undefined && found === undefined) {
        const near = nearest(wanted, names);
        diagnostics.add(problem('G0517', start, `this file has no pipeline "${wanted}"`, {
            reason: names.length === 0 ? 'It has none at all.' : `It has ${listed(names, 'and')}.`,
            ...(near === undefined ? {} : { fix: { title: `did you mean "${near}"?`, edits: [] } }),
        }));
        return null;
    }
    const [first, second] = own.pipelines;
    if (wanted === undefined && first !== undefined && second !== undefined) {
        diagnostics.add(problem('G0516', second.span, `this file has ${names.length} pipelines: ${listed(names, 'and')}`, {
            label: 'one of them',
            secondary: [{ span: first.span, text: 'another one' }],
            reason: 'Name the one that you mean on the command line: --pipeline NAME. Until then all of them are checked and none is chosen.',
            severity: 'warning',
        }));
        return null;
    }
    return found ?? null;
}
/** Collects what is reported, each thing once, however many uses lead to it. */
class Diagnostics {
    all = [];
    seen = new Set();
    constructor(first) {
        for (const one of first)
            this.add(one);
    }
    add(diagnostic) {
        const { file, start, end } = diagnostic.primary.span;
        const key = `${diagnostic.code}|${file}|${start}|${end}|${diagnostic.message}`;
        if (this.seen.has(key))
            return;
        this.seen.add(key);
        this.all.push(diagnostic);
    }
    hasErrors() {
        return this.all.some((one) => one.severity === 'error');
    }
    /** The entry file's first, then by place. */
    sorted(modules) {
        const files = modules.modules.map((one) => one.file).reverse();
        const rank = (file) => (files.includes(file) ? files.indexOf(file) : files.length);
        return this.all.toSorted((a, b) => rank(a.primary.span.file) - rank(b.primary.span.file) || a.primary.span.start - b.primary.span.start);
    }
}
