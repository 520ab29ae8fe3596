import { problem } from "../diagnostics/index.js";
import { scheduleValues } from "../types/infer/fit.js";
import { asNumber, asSchedule, stageValue, suiteValue } from "../types/settled.js";
/** The model holds the responses asked of it. How long prompts are is known once problems are posed: the run looks. */
export const modelContext = {
    pipeline(pipeline, check) {
        if (pipeline.model === null)
            return;
        const { model } = pipeline.model.value;
        const context = check.longestSequence(model);
        if (context === null)
            return;
        const room = { context, model: model.declaration.value.span };
        for (const { stage } of pipeline.runs) {
            if (stage.kind === 'reinforce')
                fits(stageValue(stage, 'rollout.max_tokens'), room, stage.span, check);
        }
        for (const { suite, span } of pipeline.evaluates)
            fits(suiteValue(suite, 'max_tokens'), room, span, check);
    },
};
function fits(sourced, { context, model }, fallback, check) {
    const schedule = asSchedule(sourced);
    const number = asNumber(sourced);
    const longest = schedule ? Math.max(...scheduleValues(schedule)) : (number ?? 0);
    if (longest < context)
        return;
    check.report(problem('G0518', sourced?.span ?? fallback, `responses of ${longest} tokens do not fit a context of ${context} tokens`, {
        label: 'prompt and response share the context',
        secondary: [{ span: model, text: `holds ${context} tokens` }],
    }));
}
