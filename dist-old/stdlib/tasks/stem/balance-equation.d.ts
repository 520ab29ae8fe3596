/**
 * Balances a reaction: a fuel burns, a metal oxidises, or an acid meets a base. The steps count each element's atoms.
 *
 *     balance C3H8+O2->CO2+H2O, coefficients=?   ->   C3 H8 O10<answer>1,5,3,4</answer>
 */
export declare const balanceEquation: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
