export { engineProblems } from "./check-engine.js";
export { compile } from "./compile.js";
export { codes, diagnosticToJson, renderDiagnostic, renderSummary, } from "./diagnostics/index.js";
