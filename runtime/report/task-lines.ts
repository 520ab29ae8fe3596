import { pad, type Style, width } from './style.ts';
import type { TaskReport } from './tasks-report.ts';
import { wrap } from './wrap.ts';

/** A library with more tasks than this in one module is told of in one line. */
const MOST = 100;

/** The tasks by domain and module: name, number of levels and the first sentence of each one's doc comment. */
export function taskListLines(tasks: readonly TaskReport[], columns: number, s: Style): string[] {
  const modules = [...new Set(tasks.map(({ module }) => module))];
  const many = modules.filter(
    (module) => modules.length > 1 && tasks.filter((task) => task.module === module).length > MOST,
  );
  const listed = tasks.filter((task) => !many.includes(task.module));
  const names = Math.max(0, ...listed.map(({ name }) => width(name)));
  const last = '\uffff';
  const domains = [...new Set(listed.map(({ domain }) => domain ?? last))].sort();
  const groups = domains.flatMap((domain) =>
    modules.map((module) => ({
      head: [s.bold(domain === last ? 'no domain' : domain), ...(module === null ? [] : [s.dim(module)])],
      own: listed.filter((task) => (task.domain ?? last) === domain && task.module === module),
    })),
  );
  const shown = groups.filter(({ own }) => own.length > 0);
  const lines = shown.flatMap(({ head, own }, i) => [
    ...(i === 0 ? [] : ['']),
    head.join('  '),
    ...own.flatMap((task) => listLines(task, names, columns, s)),
  ]);
  const more = many.map((module) => {
    const count = tasks.filter((task) => task.module === module).length;
    return `${s.bold(`${count} more`)} in ${module}: ${s.cyan(`prorl tasks --from ${module}`)}`;
  });
  return more.length === 0 ? lines : [...lines, '', ...more];
}

/** A task of a list, on as many lines as its first sentence takes. */
function listLines(task: TaskReport, names: number, columns: number, s: Style): string[] {
  const levels = task.levels.length === 0 ? '' : `${task.levels.length} levels`;
  const about = task.doc === '' ? settingWords(task) : firstSentence(task.doc);
  const indent = names + 15;
  return wrap(about, Math.max(20, columns - indent)).map((line, i) =>
    `${pad(i === 0 ? `  ${pad(task.name, names)}  ${pad(levels, 9)}` : '', indent)}${s.dim(line)}`.trimEnd(),
  );
}

/** All there is to know of a task, with the problems that were posed. */
export function taskLines(task: TaskReport, columns: number, s: Style): string[] {
  const about = [
    task.domain,
    task.module === null ? null : `from ${task.module}`,
    task.mixture === null ? null : `in the mixture ${task.mixture}`,
  ];
  const settings = task.settings.map(({ name, type, value, doc }) => [
    name,
    [type, value === null ? 'required' : `= ${value}`].filter((part) => part !== null).join(' '),
    doc,
  ]);
  const levels = task.levels.map((level, i) => [
    String(task.firstLevel + i),
    Object.entries(level)
      .map(([name, value]) => `${name}: ${value}`)
      .join(', ') || 'the defaults',
  ]);
  const samples = (task.samples ?? []).flatMap(({ level, prompt, answer, solution }) => [
    '',
    ...block('problem', level === null ? prompt : `${prompt}${s.dim(`  (level ${level})`)}`, s),
    ...(solution === null ? [] : block('solution', solution, s)),
    ...block('answer', answer, s),
  ]);
  return [
    `${s.bold(task.name)}  ${s.dim(about.filter((part) => part !== null).join(', '))}`.trimEnd(),
    ...(task.doc === '' ? [] : wrap(task.doc.replace(/\s+/g, ' '), columns).map((line) => `  ${line}`)),
    ...section('settings', settings, columns, s),
    ...section('levels', levels, columns, s),
    ...samples,
  ];
}

function section(title: string, rows: readonly string[][], columns: number, s: Style): string[] {
  if (rows.length === 0) return [];
  const widths = [0, 1].map((at) => Math.max(...rows.map((row) => width(row[at] ?? ''))));
  const indent = 6 + (widths[0] ?? 0) + (widths[1] ?? 0);
  const lines = rows.flatMap(([name = '', value = '', doc = '']) => {
    const start = `  ${pad(name, widths[0] ?? 0)}  ${pad(value, widths[1] ?? 0)}`;
    // Where little room is left the words go below.
    if (doc !== '' && columns - indent < 24)
      return [start.trimEnd(), ...wrap(doc, columns - 6).map((line) => `      ${s.dim(line)}`)];
    return wrap(doc, Math.max(24, columns - indent)).map((line, i) =>
      `${pad(i === 0 ? start : '', indent)}${s.dim(line)}`.trimEnd(),
    );
  });
  return ['', s.dim(title), ...lines];
}

/** A text of one or more lines behind its label. */
function block(label: string, text: string, s: Style): string[] {
  return text.split('\n').map((line, i) => `  ${s.dim(pad(i === 0 ? label : '', 8))}  ${line}`.trimEnd());
}

function settingWords({ settings }: TaskReport): string {
  return settings.map(({ name, value }) => `${name} ${value ?? '?'}`).join(', ');
}

function firstSentence(doc: string): string {
  return (/^[^]*?[.?!](?=\s|$)/.exec(doc)?.[0] ?? doc).replace(/\s+/g, ' ');
}
