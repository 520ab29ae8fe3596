import { problem } from '../diagnostics/index.ts';
import type { Trigger } from '../../runtime/graph/index.ts';
import { after, cover } from '../span.ts';
import { counted } from '../types/units.ts';
import type { ResolvedRun } from '../types/value.ts';
import type { Check, Rule } from './rule.ts';

/** A stage ends some day, and says when. */
export const stageEnds: Rule = {
  run(run, _plan, check) {
    if (run.until === null) {
      const swallowed = lengthInCondition(run, check);
      check.report(
        problem('G0502', run.span, `nothing ends the stage "${run.stage.name}"`, {
          label: 'it would run for ever',
          reason:
            'Say how long it runs, "for 300 steps", or until when, "until 300 steps or heldout.pass@1 >= 95%".',
          ...swallowed,
          fix: swallowed?.fix ?? {
            title: 'write "for 100 steps" after it',
            edits: [{ span: after(run.head), text: ' for 100 steps' }],
          },
        }),
      );
    } else if (run.until.value.kind === 'trigger' && !bounded(run.until.value.trigger)) {
      check.report(
        problem('G0515', run.until.span, `the stage "${run.stage.name}" may never end`, {
          label: 'no number of steps or tokens bounds it',
          severity: 'warning',
          reason:
            'If the metrics never get there, the run goes on until someone stops it. A bound makes sure: "... or 1000 steps".',
          fix: {
            title: 'write "or 1000 steps" after it',
            edits: [{ span: after(run.until.span), text: ' or 1000 steps' }],
          },
        }),
      );
    }
  },
};

/** `run B when kl.mean > 1 for 200 steps`: there "for" belongs to the condition, and was perhaps meant for the stage. */
function lengthInCondition({ head, when }: ResolvedRun, check: Check) {
  if (when?.value.kind !== 'trigger' || when.value.trigger.op !== 'sustained') return undefined;
  const { of, steps } = when.value.trigger;
  const inner = check.spans.get(of);
  if (inner === undefined) return undefined;
  const length = counted(steps, 'steps');
  return {
    reason: `After "when" all belongs to the condition, "for ${length}" too: it must then have held for so long. The length of a stage comes first.`,
    fix: {
      title: `write "for ${length}" before "when"`,
      edits: [
        { span: after(head), text: ` for ${length}` },
        { span: cover(after(inner), after(when.span)), text: '' },
      ],
    },
  };
}

function bounded(trigger: Trigger): boolean {
  switch (trigger.op) {
    case 'reached':
    case 'every':
      return true;
    case 'or':
      return trigger.of.some(bounded);
    case 'and':
      return trigger.of.every(bounded);
    default:
      return false;
  }
}
