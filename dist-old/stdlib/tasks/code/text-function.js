import { functionTask, TEXTS } from "./function-task.js";
import { TEXT_OPERATIONS } from "./operations.js";
/**
 * Writes a function on texts from its description.
 *
 *     py f(a): drop e, upper   ->   <answer>def f(a):return a.replace('e','').upper()</answer>
 */
export const textFunction = functionTask({
    name: 'text_function',
    operations: TEXT_OPERATIONS,
    values: TEXTS,
    mend: false,
    steps: [1, 2],
});
