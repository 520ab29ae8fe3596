/** Judges code by the tests that a problem carries: a data set's problems have them in `data`. */
export { codeVerifier as code } from "../../runtime/tasks/index.js";
