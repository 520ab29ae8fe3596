import { type ValuesOf } from './settings.ts';
import type { ProceduralTask, Random, SettingsShape } from './task.ts';
/** A worked solution: the steps as the policy should write them, and the answer they lead to. */
export interface Worked {
    /** Empty where the answer is found by search rather than by steps that one could show. */
    readonly steps: string;
    readonly answer: string;
}
/**
 * A procedural task whose answers are judged exactly. `D` is what a problem is made of (plain JSON): the worked
 * solution and its slips are computed from it, the prompt shows it.
 */
export interface TaskDefinition<S extends SettingsShape, D> {
    readonly name: string;
    readonly settings: S;
    pose(values: ValuesOf<S>, random: Random): D;
    prompt(parts: D): string;
    /** Solves a problem step by step; its answer is the reference answer. */
    work(parts: D): Worked;
    /** The same with exactly one slip, carried through. `accepts` must refuse its answer. */
    slip?(parts: D, random: Random): Worked;
    /**
     * Whether a given answer is right: the reference one spelled differently or, where a problem has several right
     * answers, any of them. Bounded in time and never throwing on any text.
     */
    accepts(given: string, expected: string, parts: D): boolean;
    /** What an answer earns that `accepts` refuses: from 0 to below 1. Nothing where left out. */
    credit?(given: string, expected: string, parts: D): number;
}
/** Makes a Task of a definition: checks settings, reads answers, and refuses a slip that is right. */
export declare function defineTask<const S extends SettingsShape, D>(definition: TaskDefinition<S, D>): ProceduralTask;
