import { listed, problem, replace } from "../diagnostics/index.js";
import { scheduleValues } from "../types/infer/fit.js";
import { asSchedule, isWrittenDefault, stageValue } from "../types/settled.js";
/** What a loss is composed of goes together, and nothing is written that it does not read. */
export const lossChoices = {
    stage(stage, check) {
        if (stage.kind !== 'reinforce')
            return;
        unread(stage, check, {
            path: 'loss.divisor',
            reads: ['loss.aggregation', ['constant']],
            why: 'Only that mean divides by a constant; the others divide by the tokens that there are.',
        });
        unread(stage, check, {
            path: 'clip.dual',
            reads: ['loss.surrogate', ['clipped']],
            why: 'It bounds the ratios that clipping leaves unbounded where the advantage is negative.',
        });
        unread(stage, check, {
            path: 'advantage.whiten',
            reads: ['advantage.estimator', ['reinforce_baseline', 'reinforce']],
            why: 'The other estimators compare within a group, and whiten nothing over the batch.',
        });
        dualInside(stage, check);
        correctionOfTokens(stage, check);
    },
};
function unread(stage, check, { path, reads: [other, words], why }) {
    const written = stage.fields.get(path);
    const choice = stageValue(stage, other);
    if (!written?.span || written.value.kind === 'open' || isWrittenDefault(stage, path))
        return;
    // Another file's template that a stage has changed: what is left of it there is not the stage's to mend.
    if (written.span.file !== stage.span.file)
        return;
    if (choice?.value.kind !== 'word' || words.includes(choice.value.value))
        return;
    check.report(problem('G0530', written.span, `"${path}" is written, but ${other} is ${choice.value.value}`, {
        label: `only ${listed(words, 'and')} read${words.length === 1 ? 's' : ''} it`,
        secondary: choice.span ? [{ span: choice.span, text: 'chosen here' }] : [],
        reason: why,
    }));
}
function dualInside(stage, check) {
    const [dual, high] = [stageValue(stage, 'clip.dual'), stageValue(stage, 'clip.high')];
    const [bounds, ranges] = [values(dual), values(high)];
    const clipped = isWord(stageValue(stage, 'loss.surrogate'), 'clipped');
    if (!clipped || !dual?.span || bounds.length === 0 || ranges.length === 0)
        return;
    const [least, edge] = [Math.min(...bounds), 1 + Math.max(...ranges)];
    if (least > edge)
        return;
    check.report(problem('G0531', dual.span, `the dual bound ${least} lies inside the clip range, which ends at ${edge}`, {
        label: `more than ${edge} bounds what is clipped no more`,
        secondary: high?.span ? [{ span: high.span, text: '' }] : [],
        severity: 'warning',
        reason: 'It is for ratios far above the range, where a negative advantage makes the loss grow without end: 3 is usual.',
    }));
}
function correctionOfTokens(stage, check) {
    const [ratio, method] = [stageValue(stage, 'loss.ratio'), stageValue(stage, 'correction.method')];
    const at = method?.span ?? stage.blocks.get('correction');
    if (!stage.blocks.has('correction') || at === undefined || !isWord(ratio, 'sequence'))
        return;
    if (isWord(method, 'sequence_mask') || method?.value.kind !== 'word')
        return;
    check.report(problem('G0531', at, 'tokens are corrected one by one beside a ratio of the whole response', {
        label: `"${method.value.value}" weighs tokens`,
        secondary: ratio?.span ? [{ span: ratio.span, text: 'one ratio for all tokens of a response' }] : [],
        severity: 'warning',
        reason: 'With ratio: sequence all tokens of a response count alike, which is what holds its gradient together; weights of their own undo that.',
        fix: method.span
            ? replace(method.span, 'sequence_mask', 'correct whole responses too: write "sequence_mask"')
            : undefined,
    }));
}
function isWord(sourced, word) {
    return sourced?.value.kind === 'word' && sourced.value.value === word;
}
function values(sourced) {
    const schedule = asSchedule(sourced);
    return schedule === undefined ? [] : scheduleValues(schedule);
}
