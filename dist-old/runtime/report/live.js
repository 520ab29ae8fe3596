import { bar } from "./bar.js";
import { count, duration, fixed, none, number, percent } from "./format.js";
import { passAt } from "./pass-at.js";
import { sparkline } from "./sparkline.js";
import { truncate, width } from "./style.js";
/** The lines under which a running run is drawn over and over: where it stands, its figures, what it does now. */
export function liveLines(run, activity, columns, s) {
    const lines = [position(run, columns, s)];
    if (run.last)
        lines.push(fit(stepParts(run, run.last.metrics, s), columns));
    for (const [suite, event] of run.newest) {
        const when = event.phase === 'base' ? 'base model' : `at step ${event.step}`;
        const shape = run.curves.get(`${suite}.pass@1`)?.values ?? [];
        const drawn = shape.length > 2 && columns >= 50 ? ` ${s.cyan(sparkline(shape, 12))}` : '';
        const label = columns >= 50 ? `${s.bold(suite)} ${s.dim(when)}${drawn}` : s.bold(suite);
        lines.push(fit([label, ...passAt(event.figures.all, run.base.get(suite)?.all ?? null, s)], columns));
    }
    if (activity)
        lines.push(s.dim(truncate(`  ${doing(activity)}`, columns)));
    return lines;
}
/** One line for a log that is not drawn over. */
export function plainLine(run) {
    const { last } = run;
    const of = run.steps === null ? '' : `/${run.steps}`;
    const parts = [`step ${run.step}${of}`, run.stage.id];
    if (last)
        parts.push(...figures(run, last.metrics).map(([label, value]) => `${label} ${value}`));
    if (run.tokensPerSecond !== null)
        parts.push(`${count(run.tokensPerSecond)} tokens/s`);
    const left = run.secondsLeft;
    if (left !== null)
        parts.push(`${duration(left)} left`);
    return parts.join('  ');
}
function position(run, columns, s) {
    const { stage, steps, step } = run;
    const name = stage.of > 1 ? `${stage.id} ${s.dim(`${stage.index + 1}/${stage.of}`)}` : stage.id;
    const left = run.secondsLeft;
    const where = steps === null ? `step ${step}` : `step ${step}/${steps}`;
    const time = left === null ? duration(run.seconds) : `${duration(left)} left`;
    const speed = columns >= 90 && run.tokensPerSecond !== null
        ? ` ${s.dim('·')} ${count(run.tokensPerSecond)} tokens/s`
        : '';
    const text = `${where} ${s.dim('·')} ${time}${speed}`;
    if (steps === null)
        return truncate(`${s.bold(name)}  ${text}`, columns);
    const room = Math.min(40, columns - width(name) - width(text) - 4);
    if (room < 8)
        return truncate(`${s.bold(name)}  ${text}`, columns);
    const { done, left: rest } = bar(step / Math.max(1, steps), room);
    return `${s.bold(name)}  ${s.cyan(done)}${s.dim(rest)}  ${text}`;
}
function stepParts(run, metrics, s) {
    const curve = run.curves.get(run.stage.kind === 'reinforce' ? 'reward.mean' : 'loss');
    const parts = figures(run, metrics).map(([label, value]) => `${s.dim(label)} ${value}`);
    // The newest part of the curve, where it has a shape to show.
    if (curve && curve.values.length > 2 && parts[0])
        parts[0] += ` ${s.cyan(sparkline(curve.values, 12))}`;
    return parts;
}
function figures(run, metrics) {
    if (run.stage.kind === 'supervised') {
        return [
            ['loss', fixed(metrics['loss'], 3)],
            ['token accuracy', percent(metrics['accuracy.token'])],
            ['rate', number(metrics['rate'])],
        ];
    }
    const kl = metrics['kl.mean'] === undefined
        ? none
        : `${fixed(metrics['kl.mean'], 3)} × ${number(metrics['kl.coefficient'])}`;
    return [
        ['reward', fixed(metrics['reward.mean'], 3)],
        ['correct', percent(metrics['correct'], 0)],
        ['KL', kl],
        ['entropy', fixed(metrics['entropy'], 2)],
        ['length', fixed(metrics['length.mean'], 1)],
        ...levels(metrics),
    ];
}
/** The levels at which the step's entries were drawn, where a curriculum moves them. */
function levels(metrics) {
    const at = Object.entries(metrics).flatMap(([name, value]) => {
        const [, entry] = /^curriculum\.(.+)\.level$/.exec(name) ?? [];
        return entry === undefined ? [] : [`${entry} ${value}`];
    });
    return at.length === 0 ? [] : [['level', at.join(', ')]];
}
/** As many of the parts as a line holds, indented; later parts give way first. */
function fit(parts, columns) {
    let line = '';
    for (const part of parts) {
        const longer = line === '' ? `  ${part}` : `${line}   ${part}`;
        if (line !== '' && width(longer) > columns)
            break;
        line = longer;
    }
    return truncate(line, columns);
}
function doing({ phase, done, of, suite }) {
    switch (phase) {
        case 'load':
            return 'loading the backend, the model and the tasks';
        case 'step':
            return 'sampling and updating';
        case 'evaluate':
            return `measuring ${suite ?? 'the suites'}  ${done}/${of} responses`;
        case 'checkpoint':
            return 'saving a checkpoint';
    }
}
