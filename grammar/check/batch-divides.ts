import { problem } from '../diagnostics/index.ts';
import { asNumber, stageValue } from '../types/settled.ts';
import type { Rule } from './rule.ts';

/** A batch splits evenly into the mini-batches of its updates. */
export const batchDivides: Rule = {
  stage(stage, check) {
    const written = stageValue(stage, 'updates');
    const updates = asNumber(written);
    const prompts = stageValue(stage, stage.kind === 'reinforce' ? 'rollout.prompts' : 'batch.prompts');
    const samples = stage.kind === 'reinforce' ? stageValue(stage, 'rollout.samples') : undefined;
    const rows = asNumber(prompts);
    const each = stage.kind === 'reinforce' ? asNumber(samples) : 1;
    if (updates === undefined || rows === undefined || each === undefined || (rows * each) % updates === 0)
      return;
    const batch =
      stage.kind === 'reinforce'
        ? `${rows} prompts x ${each} samples = ${rows * each} responses`
        : `${rows} solutions`;
    check.report(
      problem('G0511', written?.span ?? stage.span, `${batch} do not divide into ${updates} updates`, {
        label: 'updates a step',
        secondary: [prompts, samples].flatMap((one) => (one?.span ? [{ span: one.span, text: '' }] : [])),
        reason: 'Each update gets the same share of the batch, so that all of them weigh the same.',
      }),
    );
  },
};
