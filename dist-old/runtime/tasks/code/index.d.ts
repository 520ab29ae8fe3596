/** Problems whose answer is code, judged in the sandbox. */
export { defineCodeTask, type CodeTaskDefinition } from './define-code.ts';
export { judgeCode, type CodeVerdict } from './judge.ts';
export type { CallTest, CallTestText, CodeProblem, Comparison, ProgramTest } from './problem.ts';
export { codeVerifier } from './verifier.ts';
