import { count, fixed, percent, plural } from "./format.js";
import { table } from "./table.js";
/** Each response with its score, those recorded otherwise marked; then the summary by task. */
export function scoreLines({ responses, summary, stage }, s) {
    const rows = responses.map((one) => [
        String(one.line),
        one.task,
        one.correct ? s.green('✓') : s.red('✗'),
        fixed(one.score, 3),
        fixed(one.reward, 3),
        one.differs ? s.yellow(`recorded ${recordedWords(one)}`) : '',
    ]);
    const totals = Object.entries(summary).map(([task, { responses: n, score, correct, reward, differ }]) => [
        task === 'all' ? s.bold(task) : task,
        count(n),
        fixed(score, 3),
        percent(correct),
        fixed(reward, 3),
        differ === 0 ? '' : s.yellow(count(differ)),
    ]);
    const { differ } = summary['all'];
    const told = differ === 0
        ? s.dim(`scored by the stage ${stage}; no recorded figure differs`)
        : s.yellow(`${plural(differ, 'response')} recorded otherwise than the stage ${stage} scores them`);
    return [
        ...table([
            { title: 'line', side: 'right' },
            { title: 'task' },
            { title: '' },
            { title: 'score', side: 'right' },
            { title: 'reward', side: 'right' },
            { title: '' },
        ], rows, s.dim),
        '',
        ...table([
            { title: '' },
            { title: 'responses', side: 'right' },
            { title: 'score', side: 'right' },
            { title: 'correct', side: 'right' },
            { title: 'reward', side: 'right' },
            { title: 'differ', side: 'right' },
        ], totals, s.dim),
        '',
        told,
    ];
}
function recordedWords({ recorded: { score, correct, reward } }) {
    const parts = [
        ...(score === null ? [] : [`score ${fixed(score, 3)}`]),
        ...(correct === null ? [] : [correct ? 'correct' : 'not correct']),
        ...(reward === null ? [] : [`reward ${fixed(reward, 3)}`]),
    ];
    return parts.join(', ');
}
