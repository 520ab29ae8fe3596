import { type ProceduralTask } from '../../../runtime/tasks/index.ts';
/**
 * A request, and instructions of the 25 kinds of IFEval (arXiv:2311.07911) on the form of the answer. They can
 * always be followed together: the worked solution does. The score is the share of them that are followed.
 */
export declare const followInstructions: ProceduralTask;
