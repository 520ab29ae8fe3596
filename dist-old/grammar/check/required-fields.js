import { listed, problem } from "../diagnostics/index.js";
import { stageShapes } from "../types/stage-fields.js";
/** A stage that is run has every field that has no default. */
export const requiredFields = {
    run({ stage }, _plan, check) {
        const shape = stageShapes[stage.kind];
        for (const field of shape.fields) {
            if (field.default !== undefined || stage.fields.has(field.name))
                continue;
            check.report(problem('T0307', stage.span, `this stage has no ${field.name}`, {
                label: `"${stage.name}" needs "${field.name}: ..."`,
                reason: `${field.doc} It has no default: write it in the stage, or after "with" where it is run.`,
            }));
        }
        for (const block of shape.blocks) {
            const at = stage.blocks.get(block.name);
            if (at === undefined)
                continue;
            const missing = block.fields.filter((one) => one.default === undefined && !stage.fields.has(`${block.name}.${one.name}`));
            if (missing.length === 0)
                continue;
            const names = missing.map((one) => one.name);
            check.report(problem('T0307', at, `the block "${block.name}" needs ${listed(names, 'and')}`, {
                label: `write ${names.map((one) => `${one}: ...`).join(', ')} in it`,
                reason: missing.map((one) => one.doc).join(' '),
            }));
        }
    },
};
