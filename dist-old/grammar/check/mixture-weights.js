import { problem } from "../diagnostics/index.js";
import { scheduleValues } from "../types/infer/fit.js";
/** A mixture draws something, from the first step of the run on. */
export const mixtureWeights = {
    mixture(mixture, check) {
        if (mixture.entries.some((entry) => !zero(entry)))
            return;
        check.report(problem('G0510', mixture.declaration.name.span, `every weight of the mixture "${mixture.declaration.name.text}" is 0`, {
            label: 'it draws nothing',
            reason: 'Weights are relative to one another: a task of weight 2 is drawn twice as often as one of weight 1, and one of weight 0 never.',
        }));
    },
    run(run, plan, check) {
        if (plan.runs[0] !== run)
            return;
        const sourced = run.stage.fields.get('mixture');
        if (sourced?.value.kind !== 'mixture')
            return;
        const { mixture } = sourced.value;
        if (mixture.entries.every(zero) || mixture.entries.some(drawnAtFirst))
            return;
        check.report(problem('G0510', mixture.declaration.name.span, `the mixture "${mixture.declaration.name.text}" draws nothing at the first step`, {
            label: 'every weight is 0 then',
            secondary: [{ span: run.span, text: 'the first stage draws from it' }],
            reason: 'Give at least one task a weight above 0 from the start.',
        }));
    },
};
function zero(entry) {
    const { value } = entry.weight;
    return value.kind === 'schedule' && scheduleValues(value.schedule).every((one) => one === 0);
}
function drawnAtFirst(entry) {
    const { value } = entry.weight;
    if (entry.from > 1)
        return false;
    if (value.kind !== 'schedule')
        return true;
    const first = value.schedule.pieces[0];
    const start = first?.shape === 'cycle' ? first.pieces[0]?.start : first?.start;
    return typeof value.schedule.over === 'object' || start !== 0;
}
