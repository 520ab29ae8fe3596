import { problem } from "../diagnostics/index.js";
import { scheduleValues } from "../types/infer/fit.js";
import { asSchedule, isWrittenDefault, stageValue } from "../types/settled.js";
/** A coefficient that is moved towards a target has one start, which is not 0. */
export const klTarget = {
    stage(stage, check) {
        const [target, horizon] = [stage.fields.get('kl.target'), stage.fields.get('kl.horizon')];
        const adaptive = target !== undefined && target.value.kind !== 'none';
        if (!adaptive) {
            if (!horizon?.span || isWrittenDefault(stage, 'kl.horizon'))
                return;
            return check.report(problem('G0530', horizon.span, '"kl.horizon" is written, but there is no kl.target', {
                label: 'only a target is moved towards',
                reason: 'Without one the coefficient is as it is written, at every step.',
            }));
        }
        const coefficient = stageValue(stage, 'kl.coefficient');
        const schedule = asSchedule(coefficient);
        if (schedule === undefined || !coefficient?.span)
            return;
        const values = scheduleValues(schedule);
        const moves = schedule.pieces.length > 1 || values.some((one) => one !== values[0]);
        if (!moves && values[0] !== 0)
            return;
        check.report(problem('G0531', coefficient.span, moves
            ? 'the KL coefficient is moved by a schedule and by a target'
            : 'a KL coefficient of 0 stays 0, whatever its target', {
            label: moves ? 'one of them' : 'it is multiplied, step by step',
            secondary: target.span ? [{ span: target.span, text: moves ? 'and the other' : '' }] : [],
            reason: moves
                ? 'Towards a target it goes on from its value at the start of the stage: write that one number, or leave the target out.'
                : 'Write the value from which it is to start, such as 0.001.',
        }));
    },
};
