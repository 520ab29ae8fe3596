import { type ValuesOf } from '../settings.ts';
import type { Random, SettingsShape, Task } from '../task.ts';
import type { CodeProblem } from './problem.ts';
/** A procedural task whose answer is code. `D` is what a problem is made of (plain JSON). */
export interface CodeTaskDefinition<S extends SettingsShape, D> {
    readonly name: string;
    readonly settings: S;
    pose(values: ValuesOf<S>, random: Random): D;
    prompt(parts: D): string;
    /** Code that passes all tests. */
    solution(parts: D): string;
    /** Code that looks like a solution and fails a test. */
    wrong?(parts: D, random: Random): string;
    /** How code is tested: a function of the parts alone. */
    tests(parts: D): CodeProblem;
}
/** Makes a Task of a definition: its solutions are run in the sandbox, and score the fraction of tests passed. */
export declare function defineCodeTask<const S extends SettingsShape, D>(definition: CodeTaskDefinition<S, D>): Task & Required<Pick<Task, 'settings' | 'solve'>>;
