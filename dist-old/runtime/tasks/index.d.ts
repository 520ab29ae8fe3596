/** What authors of tasks need: the interface to implement, and helpers that make it short. */
export { ExitCode, ProrlError } from '../errors.ts';
export type { ProceduralTask, Problem, Random, Range, Setting, SettingShape, Settings, SettingsShape, Task, Verdict, Verifier, } from './task.ts';
export { VerifierFailure } from './verifier-failure.ts';
export { afterReasoning, canonicalInteger, readAnswer, sameInteger, sameText, writeAnswer, } from './answer.ts';
export { defineTask, type TaskDefinition, type Worked } from './define.ts';
export { flag, fraction, range, readSettings, text, whole, type ValuesOf } from './settings.ts';
export { differentLetters, numberOfDigits, otherThan, randomLetters } from './material.ts';
export { slipNumber, slipText } from './slips.ts';
export { drawHeldout, drawProblem, splitOf, type HeldoutDraw, type Split } from './draw.ts';
export { loadTask, loadVerifier, type TaskRef } from './load.ts';
export { checkTask } from './check-task.ts';
export { seededRandom } from './seeded-random.ts';
export { codeVerifier, defineCodeTask, judgeCode, type CodeProblem, type CodeTaskDefinition, type CodeVerdict, } from './code/index.ts';
