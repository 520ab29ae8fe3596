/** What authors of tasks need: the interface to implement, and helpers that make it short. */
export { ExitCode, ProrlError } from "../errors.js";
export { VerifierFailure } from "./verifier-failure.js";
export { afterReasoning, canonicalInteger, readAnswer, sameInteger, sameText, writeAnswer, } from "./answer.js";
export { defineTask } from "./define.js";
export { flag, fraction, range, readSettings, text, whole } from "./settings.js";
export { differentLetters, numberOfDigits, otherThan, randomLetters } from "./material.js";
export { slipNumber, slipText } from "./slips.js";
export { drawHeldout, drawProblem, splitOf } from "./draw.js";
export { loadTask, loadVerifier } from "./load.js";
export { checkTask } from "./check-task.js";
export { seededRandom } from "./seeded-random.js";
export { codeVerifier, defineCodeTask, judgeCode, } from "./code/index.js";
