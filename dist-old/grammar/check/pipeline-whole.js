import { problem } from "../diagnostics/index.js";
/** A pipeline names a model, runs something, and means one thing by each name. */
export const pipelineWhole = {
    pipeline(pipeline, check) {
        const body = pipeline.declaration?.body.items ?? [];
        const names = (word) => body.some((item) => item.kind === 'Field' && item.name.text === word);
        if (pipeline.model === null && !names('model')) {
            check.report(problem('G0501', pipeline.span, `the pipeline "${pipeline.name}" trains no model`, {
                label: 'write model: NAME in it',
                reason: 'Declare one first, for example: model nano = bundled("nano").',
            }));
        }
        if (!body.some((item) => item.kind === 'Run')) {
            check.report(problem('G0514', pipeline.span, `the pipeline "${pipeline.name}" runs no stage`, {
                label: 'write "run STAGE for 100 steps" in it',
            }));
        }
        const parameter = pipeline.declaration?.parameters.find((one) => one.default === null);
        if (parameter !== undefined) {
            check.report(problem('G0524', parameter.span, `the pipeline's parameter "${parameter.name.text}" has no value`, {
                label: 'give it a default: = VALUE',
                reason: 'A pipeline is run by itself: nothing calls it with arguments.',
            }));
        }
        pipeline.evaluates.forEach((one, i) => {
            const name = one.suite.declaration.name.text;
            const before = pipeline.evaluates
                .slice(0, i)
                .find((other) => other.suite.declaration.name.text === name);
            if (before === undefined)
                return;
            check.report(problem('G0520', one.span, `a suite "${name}" is evaluated already`, {
                secondary: [{ span: before.span, text: 'here' }],
                reason: 'Its metrics would have the same names. Keep one line, or declare a second suite under another name.',
            }));
        });
    },
};
