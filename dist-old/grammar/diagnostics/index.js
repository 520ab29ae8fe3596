export { codes } from "./codes.js";
export { problem, replace, } from "./diagnostic.js";
export { diagnosticToJson } from "./json.js";
export { renderDiagnostic, renderSummary } from "./render.js";
export { listed, nearest, nearestFix } from "./suggest.js";
