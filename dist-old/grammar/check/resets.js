import { problem } from "../diagnostics/index.js";
import { after } from "../span.js";
import { isTest } from "./rule.js";
/** A reset copies the policy over a reference that must be there, not at every step anew, and for a stage to come. */
export const resets = {
    stage(stage, check) {
        for (const reset of stage.resets) {
            if ('at' in reset.when)
                continue;
            if (reset.cooldown !== undefined || periodic(reset.when))
                continue;
            check.report(problem('G0508', reset.span, 'this reset has no cooldown', {
                label: 'may fire again at the very next step',
                reason: 'What fired it often still holds one step later. A cooldown says how many steps must pass before the next reset; "cooldown: 0 steps" says that none need.',
                fix: cooldownFix(reset, reset.when),
            }));
        }
    },
    pipeline(pipeline, check) {
        if (isTest(pipeline))
            return;
        idle(pipeline, 'start', check);
        idle(pipeline, 'end', check);
    },
    run({ stage }, _plan, check) {
        if (stage.blocks.has('kl'))
            return;
        for (const reset of stage.resets.filter((one) => one.reference)) {
            check.report(problem('G0505', reset.span, 'there is no reference policy to reset', {
                label: stage.kind === 'supervised'
                    ? 'a supervised stage has none'
                    : `the stage "${stage.name}" has no kl block`,
                reason: stage.kind === 'supervised'
                    ? 'Only a KL term needs a reference policy, and only reinforcement stages have one.'
                    : 'The reference policy exists for the KL term. Give the stage one, for example kl { coefficient: 0.001 }, or reset only the optimizer.',
            }));
        }
    },
};
/** A moment that comes once, where there is nothing to renew: as the first stage begins, as the last one ends. */
function idle({ runs }, at, check) {
    const edge = at === 'start' ? runs[0] : runs.at(-1);
    const others = runs.filter((run) => run !== edge).flatMap(({ stage }) => stage.resets);
    for (const reset of edge?.stage.resets ?? []) {
        const { when } = reset;
        // The same clause may serve another stage of the pipeline.
        if (!('at' in when) || when.at !== at || others.some(({ span }) => span === reset.span))
            continue;
        check.report(problem('G0503', when.span, 'this reset changes nothing', {
            label: at === 'start' ? 'no stage comes before it' : 'no stage comes after it',
            severity: 'warning',
            reason: at === 'start'
                ? 'As the first stage begins the reference is only being made, and the optimizer has no moments yet.'
                : 'What it renews would serve the next stage, and the run ends here.',
            fix: { title: 'leave the reset out', edits: [{ span: reset.span, text: '' }] },
        }));
    }
}
function cooldownFix(reset, when) {
    if (reset.hasBody)
        return { title: 'write cooldown: 50 steps in its block', edits: [] };
    return {
        title: 'write { cooldown: 50 steps } after it',
        edits: [{ span: after(when.span), text: ' { cooldown: 50 steps }' }],
    };
}
/** `every N steps` alone cannot fire twice in a row. */
function periodic(when) {
    const trigger = when.value.kind === 'trigger' ? when.value.trigger : null;
    return trigger === null || trigger.op === 'every';
}
