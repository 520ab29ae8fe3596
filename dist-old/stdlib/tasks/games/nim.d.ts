/**
 * Finds a winning move of Nim, where one takes any number from one heap and who takes the last wins: it leaves heaps
 * whose exclusive or is 0. Any winning move counts; the answer is the heaps after it.
 *
 *     nim 3,4,5: heaps after a winning move=?   ->   011^100^101=010 011^010=001<answer>1,4,5</answer>
 */
export declare const nim: import("../../../runtime/tasks/task.ts").ProceduralTask<Readonly<Record<string, import("../../../runtime/tasks/task.ts").Setting>>>;
