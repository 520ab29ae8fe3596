import { functionTask, LISTS } from "./function-task.js";
import { LIST_OPERATIONS } from "./operations.js";
/**
 * Mends a function that does not do what its description says.
 *
 *     py f(a): odd, sort; mend def f(a):return sorted([x+2 for x in a])
 *       ->   <answer>def f(a):return sorted([x for x in a if x%2])</answer>
 */
export const mendFunction = functionTask({
    name: 'mend_function',
    operations: LIST_OPERATIONS,
    values: LISTS,
    mend: true,
    steps: [2, 2],
});
