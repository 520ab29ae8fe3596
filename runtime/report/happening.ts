import type { Figures, GuardEvent, ResetEvent, RunEvent } from '../run/events.ts';
import { count, number, percent, type Value } from './format.ts';
import { passAt } from './pass-at.ts';
import type { RunProgress } from './run-progress.ts';
import { pad, type Style, width } from './style.ts';

/**
 * The lasting lines of an event, shown once when it happens: an evaluation, a reset, a guard, the next stage,
 * a checkpoint, a warning. Ordinary steps have none. `run` has taken the event already.
 */
export function happening(event: RunEvent, run: RunProgress, columns: number, s: Style): string[] {
  const lines = (mark: string, what: string, parts: readonly string[]): string[] =>
    layOut(event.step, mark, what, parts, columns, s);
  switch (event.event) {
    case 'run.start': {
      const { model, backend, fastMath, seed, steps } = event;
      const bound = steps === null ? '' : ` · at most ${steps} steps`;
      const adapters = model.trained === model.parameters ? '' : `, ${count(model.trained)} in adapters`;
      const about = `${model.name}, ${count(model.parameters)} parameters${adapters}, on ${backend}${fastMath ? ', bfloat16 products' : ''} · seed ${seed}${bound}`;
      return [`${s.bold(event.pipeline)}  ${s.dim(about)}`];
    }
    case 'evaluate': {
      if (run.repeats.has(event)) return [];
      const base = event.phase === 'base' ? null : (run.base.get(event.suite)?.all ?? null);
      const what = event.phase === 'due' ? 'measured' : event.phase;
      const parts = [s.bold(event.suite), ...passAt(event.figures.all, base, s)];
      const all = lines(s.cyan('◆'), what, parts);
      // With little room the first and the last k say most.
      return all.length === 1 || parts.length <= 3
        ? all
        : lines(s.cyan('◆'), what, [...parts.slice(0, 2), ...parts.slice(-1)]);
    }
    case 'reset':
      return lines(s.magenta('↻'), s.magenta('reset'), [resetParts(event).join(', '), ...cause(event, s)]);
    case 'guard':
      return lines(s.red('▲'), s.red('guard'), [guardText(event), ...cause(event, s)]);
    case 'curriculum': {
      const { entry, from, to, passRate } = event;
      const mark = to > from ? s.green('▲') : s.yellow('▼');
      return lines(mark, 'level', [`${entry} ${from} → ${to}`, s.dim(`pass rate ${percent(passRate)}`)]);
    }
    case 'audit': {
      if (!event.diverges) return [];
      const moved = Object.entries(event.values).map(([name, value]) => `${name} ${change(value)}`);
      const what = `${moved.join(', ')} over ${event.over} evaluations`;
      return lines(s.yellow('!'), s.yellow('audit'), [what, s.dim('the reward may be gamed')]);
    }
    case 'condition': {
      const what = `${event.stage} ${event.holds ? 'begins' : 'is left out'}`;
      return lines(s.blue('▸'), 'stage', [what, ...cause(event, s)]);
    }
    case 'transition':
      return lines(s.blue('▸'), 'stage', [`${event.from} → ${event.to ?? 'end'}`, ...cause(event, s)]);
    case 'checkpoint': {
      const best =
        event.best &&
        s.dim(`best so far by ${event.best.metric}: ${reading(event.best.metric, event.best.value)}`);
      return lines(s.green('✓'), 'saved', best ? [event.folder, best] : [event.folder]);
    }
    case 'resume':
      return lines(s.blue('▸'), 'resumed', [
        `${event.checkpoint} on ${event.backend}${event.fastMath ? ', bfloat16 products' : ''}`,
      ]);
    case 'warning':
      return lines(s.yellow('!'), s.yellow('warning'), event.message.split(' '));
    case 'step':
    case 'run.end':
      return [];
  }
}

/** Step, mark and word, then the parts; those that the line has no room for go on below, indented. */
function layOut(
  step: number,
  mark: string,
  what: string,
  parts: readonly string[],
  columns: number,
  s: Style,
): string[] {
  const head = `${s.dim(pad(String(step), 5, 'right'))} ${mark} ${pad(what, 8)} `;
  const gap = what.includes('warning') ? ' ' : '  ';
  const lines: string[] = [];
  let line = head;
  let empty = true;
  for (const part of parts) {
    if (!empty && width(line) + gap.length + width(part) > columns) {
      lines.push(line);
      line = ' '.repeat(width(head));
      empty = true;
    }
    line += empty ? part : `${gap}${part}`;
    empty = false;
  }
  return [...lines, line];
}

/** `reference ← policy`, `optimizer cleared`: what a reset did. */
export function resetParts({
  reference,
  optimizer,
  to,
}: Pick<ResetEvent, 'reference' | 'optimizer' | 'to'>): string[] {
  const source = to.source === 'current' ? 'policy' : `best by ${to.metric} (step ${to.step})`;
  return [...(reference ? [`reference ← ${source}`] : []), ...(optimizer ? ['optimizer cleared'] : [])];
}

function guardText({ restored, rateScale, count: n, atMost }: GuardEvent): string {
  const parts = [
    ...(restored === null ? [] : [`back to step ${restored}`]),
    ...(rateScale === 1 ? [] : [`rate × ${number(rateScale)}`]),
  ];
  return `${parts.join(', ') || 'noted'} (${n} of ${atMost})`;
}

/** The trigger as written, with the readings that fired it. */
function cause({ trigger, values }: { trigger: string; values: Figures }, s: Style): string[] {
  const read = Object.entries(values).map(([name, value]) => `${name} ${reading(name, value)}`);
  return read.length === 0 ? [s.dim(trigger)] : [s.dim(trigger), read.join(', ')];
}

/** A metric's value; those that are fractions by name are shown as percentages. */
export function reading(metric: string, value: Value): string {
  return /(^|\.)pass@\d+$/.test(metric) || /(^|\.)(correct|truncated)$/.test(metric)
    ? percent(value)
    : number(value);
}

/** `+0.12`, `-0.03`. */
function change(value: Value): string {
  return typeof value === 'number' && value > 0 ? `+${number(value)}` : number(value);
}
