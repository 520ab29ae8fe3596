import type { Rule } from './rule.ts';

/** The code that a task names is there. */
export const taskCode: Rule = {
  task(task, check) {
    const found = check.codeProblem(task);
    if (found !== null) check.report(found);
  },
};
