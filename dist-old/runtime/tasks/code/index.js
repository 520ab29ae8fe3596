/** Problems whose answer is code, judged in the sandbox. */
export { defineCodeTask } from "./define-code.js";
export { judgeCode } from "./judge.js";
export { codeVerifier } from "./verifier.js";
