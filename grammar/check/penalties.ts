import { problem } from '../diagnostics/index.ts';
import { scheduleValues } from '../types/infer/fit.ts';
import { asSchedule, stageValue } from '../types/settled.ts';
import type { Rule } from './rule.ts';

/** One of two penalties for the same thing hides the other. */
export const penalties: Rule = {
  stage(stage, check) {
    const overlong = stage.blocks.get('overlong');
    const truncated = stageValue(stage, 'reward.truncated');
    const values = asSchedule(truncated);
    if (overlong === undefined || values === undefined || scheduleValues(values).every((one) => one === 0))
      return;
    check.report(
      problem('G0512', truncated?.span ?? overlong, 'a truncated response is punished twice', {
        label: 'once here',
        secondary: [
          { span: overlong, text: 'and once here: the overlong penalty is at its largest at the limit' },
        ],
        severity: 'warning',
        reason:
          'The two add up, and the jump at the limit hides the slope that the overlong penalty is for. Keep one of them.',
      }),
    );
  },
};
