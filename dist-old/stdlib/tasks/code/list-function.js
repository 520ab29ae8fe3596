import { functionTask, LISTS } from "./function-task.js";
import { LIST_OPERATIONS } from "./operations.js";
/**
 * Writes a function on lists of whole numbers from its description.
 *
 *     py f(a): add 3, sort   ->   <answer>def f(a):return sorted([x+3 for x in a])</answer>
 */
export const listFunction = functionTask({
    name: 'list_function',
    operations: LIST_OPERATIONS,
    values: LISTS,
    mend: false,
    steps: [1, 2],
});
