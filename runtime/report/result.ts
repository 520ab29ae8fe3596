import type { Figures, SuiteFigures } from '../run/events.ts';
import type { Summary } from '../run/summary.ts';
import { count, duration, fixed, numeric, percent, plural } from './format.ts';
import { resetParts } from './happening.ts';
import { coloredChange, passNames } from './pass-at.ts';
import type { Curve, RunProgress } from './run-progress.ts';
import { sparkline, spread } from './sparkline.ts';
import { pad, type Style, width } from './style.ts';
import { type Column, table } from './table.ts';

/** The end of a run as text: base against final by suite and task, the main curves, resets and guards, the totals. */
export function resultLines(summary: Summary, run: RunProgress, columns: number, s: Style): string[] {
  const sections = [
    ...Object.keys(summary.base).map((suite) => suiteTable(suite, summary, run, columns, s)),
    curveLines(run, columns, s),
    interventions(summary, s),
    [totals(summary, s)],
  ];
  return sections.filter((section) => section.length > 0).flatMap((section) => ['', ...section]);
}

/** `pass@1` and the largest k; more would not be read. */
function ends(figures: Figures): string[] {
  const names = passNames(figures);
  return [...new Set([names[0], names.at(-1)])].filter((name) => name !== undefined);
}

function suiteTable(suite: string, summary: Summary, run: RunProgress, columns: number, s: Style): string[] {
  const base = summary.base[suite];
  if (!base) return [];
  // A run that was interrupted has no final figures: the newest ones stand there, with their step.
  const newest = run.newest.get(suite);
  const late = summary.final === null && newest !== undefined && newest.phase !== 'base' ? newest : null;
  const final = summary.final?.[suite] ?? late?.figures ?? null;
  const title = late === null ? 'final' : `step ${late.step}`;
  const rows: [string, Figures, Figures | null][] = [
    ['all', base.all, final?.all ?? null],
    ...domainsOf(base).map((domain): [string, Figures, Figures | null] => [
      `· ${domain}`,
      base.domains[domain] ?? {},
      final?.domains[domain] ?? null,
    ]),
    ...Object.keys(base.tasks).map((task): [string, Figures, Figures | null] => [
      task,
      base.tasks[task] ?? {},
      final?.tasks[task] ?? null,
    ]),
  ];
  const head = s.bold(suite) + s.dim(problemsOf(base));
  for (const names of [ends(base.all), ends(base.all).slice(0, 1)]) {
    const lines = [head, ...figureTable(rows, names, title, s)];
    if (Math.max(...lines.map(width)) <= columns || names.length === 1) return lines;
  }
  return [];
}

/** The domains of a suite; one by itself says what the whole says already. */
function domainsOf({ domains }: SuiteFigures): string[] {
  const names = Object.keys(domains);
  return names.length > 1 ? names.sort() : [];
}

function problemsOf({ tasks }: SuiteFigures): string {
  const problems = Object.values(tasks).reduce((sum, task) => sum + numeric(task['problems'] ?? 0), 0);
  return problems === 0 ? '' : `  ${plural(problems, 'held-out problem')}`;
}

function figureTable(
  rows: readonly [string, Figures, Figures | null][],
  names: readonly string[],
  final: string,
  s: Style,
): string[] {
  const columns: Column[] = [
    { title: '' },
    ...names.flatMap((name): Column[] => [
      { title: `${name} base`, side: 'right' },
      { title: final, side: 'right' },
      { title: 'change', side: 'right' },
    ]),
  ];
  const cells = rows.map(([label, base, final], i) => [
    i === 0 ? s.bold(label) : label,
    ...names.flatMap((name) => [
      percent(base[name]),
      final ? s.bold(percent(final[name])) : percent(null),
      coloredChange(base[name], final?.[name], s),
    ]),
  ]);
  return table(columns, cells, s.dim);
}

function curveLines(run: RunProgress, columns: number, s: Style): string[] {
  const named = (label: string, name: string, show: (value: number) => string) => ({
    label,
    curve: run.curves.get(name),
    show,
  });
  const plain = (value: number): string => fixed(value, 3);
  const names = [...run.curves.keys()];
  const suites = names.filter((name) => name.endsWith('.pass@1') && !name.includes('.domain.'));
  const of = (pattern: RegExp): [of: string, name: string][] =>
    names.flatMap((name) => {
      const [, which] = pattern.exec(name) ?? [];
      return which === undefined ? [] : [[which, name]];
    });
  const trained = of(/^domain\.(.+)\.correct$/).sort();
  const held = of(/\.domain\.(.+)\.pass@1$/).sort();
  const single = suites.length === 1;
  const rows = [
    named('reward', 'reward.mean', plain),
    named('KL', 'kl.mean', plain),
    ...suites.map((name) => named(single ? 'pass@1' : name, name, (value) => percent(value))),
    ...(held.length > suites.length
      ? held.map(([domain, name]) =>
          named(single ? `pass@1 ${domain}` : name, name, (value) => percent(value)),
        )
      : []),
    ...(trained.length > 1
      ? trained.map(([domain, name]) => named(`correct ${domain}`, name, (value) => percent(value)))
      : []),
    ...of(/^curriculum\.(.+)\.level$/).map(([task, name]) => named(`level ${task}`, name, String)),
    named('length', 'length.mean', (value) => fixed(value, 1)),
    named('entropy', 'entropy', plain),
    named('loss', 'loss', plain),
  ].filter((row): row is typeof row & { curve: Curve } => (row.curve?.values.length ?? 0) > 1);
  // A policy-gradient loss says nothing by its height; the curve belongs to supervised runs.
  const shown = run.curves.has('reward.mean') ? rows.filter(({ label }) => label !== 'loss') : rows;
  const labels = Math.max(0, ...shown.map(({ label }) => label.length));
  const room = Math.min(40, Math.max(8, columns - labels - 24));
  return shown.map(({ label, curve, show }) => {
    const finite = curve.values.filter(Number.isFinite);
    const line = sparkline(spread(curve, Math.min(room, run.step)), room);
    const from = show(finite[0] ?? NaN);
    const to = show(finite.at(-1) ?? NaN);
    return `${s.dim(pad(label, labels))}  ${s.cyan(pad(line, room))}  ${from} → ${to}`;
  });
}

function interventions({ resets, guards, skipped }: Summary, s: Style): string[] {
  const by = new Map<string, { text: string; trigger: string; steps: number[] }>();
  for (const reset of resets) {
    const text = `${s.magenta('↻')} ${resetParts(reset).join(', ')}`;
    const entry = by.get(text + reset.trigger) ?? { text, trigger: reset.trigger, steps: [] };
    by.set(text + reset.trigger, entry);
    entry.steps.push(reset.step);
  }
  for (const guard of guards) {
    const text = `${s.red('▲')} guard${guard.restored === null ? '' : ', rolled back'}`;
    const entry = by.get(text + guard.trigger) ?? { text, trigger: guard.trigger, steps: [] };
    by.set(text + guard.trigger, entry);
    entry.steps.push(guard.step);
  }
  const done = [...by.values()].map(({ text, trigger, steps }) => {
    const at = `after ${steps.length === 1 ? 'step' : 'steps'} ${steps.join(', ')}`;
    return `${text} ${at}  ${s.dim(/^at (start|end)$/.test(trigger) ? `${trigger} of the stage` : `when ${trigger}`)}`;
  });
  const left = skipped.map(
    ({ id, step, trigger }) =>
      `${s.blue('▸')} ${id} left out after step ${step}  ${s.dim(`not when ${trigger}`)}`,
  );
  return [...done, ...left];
}

function totals(summary: Summary, s: Style): string {
  const { status, steps, tokens, seconds, backend, fastMath } = summary;
  const mark =
    status === 'done' ? s.green('✓ done') : status === 'failed' ? s.red('✗ failed') : s.yellow(status);
  const speed = seconds > 0 ? ` · ${count(tokens / seconds)} tokens/s overall` : '';
  return `${mark}  ${plural(steps, 'step')}, ${count(tokens)} tokens in ${duration(seconds)} on ${backend}${fastMath ? ', bfloat16 products' : ''}${s.dim(speed)}`;
}

/** What lies in a finished run's folder, and the command that most likely comes next. */
export function nextLines(folder: string, status: Summary['status'], next: string, s: Style): string[] {
  const files: [string, string][] = [
    ...(status === 'done' || status === 'stopped'
      ? [['final/', 'the model, in Hugging Face form'] as [string, string]]
      : []),
    ['summary.json', 'base and final figures, resets'],
    ['events.jsonl', 'every step'],
  ];
  const names = Math.max(...files.map(([name]) => name.length));
  const lines = files.map(([name, what]) => `  ${pad(name, names)}  ${s.dim(what)}`);
  return ['', s.bold(folder), ...lines, '', `${s.dim('next:')} ${s.cyan(next)}`];
}
