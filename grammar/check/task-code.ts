import type { TaskUse, VerifierUse } from '../types/value.ts';
import type { Check, Rule } from './rule.ts';

/** The code that a task or a verifier names is there. */
export const taskCode: Rule = {
  task: look,
  verifier: look,
};

function look({ source, module }: TaskUse | VerifierUse, check: Check): void {
  if (source.kind !== 'code') return;
  const found = check.codeProblem(source.path!, module);
  if (found !== null) check.report(found);
}
