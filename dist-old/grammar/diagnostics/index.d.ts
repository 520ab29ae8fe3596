export { codes, type Code } from './codes.ts';
export { problem, replace, type Diagnostic, type Edit, type Fix, type Label, type Severity, } from './diagnostic.ts';
export { diagnosticToJson, type JsonDiagnostic } from './json.ts';
export { renderDiagnostic, renderSummary, type RenderOptions, type Sources } from './render.ts';
export { listed, nearest, nearestFix } from './suggest.ts';
